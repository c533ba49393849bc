CREATE TEMPORARY TABLE g (value INT, timestamp INT, order INT) WITH ('connector'='datagen');
