CREATE TABLE IF NOT EXISTS lake.ods.b (id INT) WITH ('x' = '{{ var('nope') }}');
