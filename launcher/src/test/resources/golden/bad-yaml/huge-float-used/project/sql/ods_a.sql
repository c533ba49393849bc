CREATE TEMPORARY TABLE g (id INT) WITH ('connector'='datagen', 'x'='{{ var('a') }}');
