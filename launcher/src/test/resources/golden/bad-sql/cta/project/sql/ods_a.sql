CREATE TEMPORARY TABLE g (id INT, name STRING) WITH ('connector'='datagen');
CREATE TEMPORARY TABLE s (id INT, name STRING) WITH ('connector'='blackhole');
CREATE TABLE x WITH ('connector'='blackhole') AS SELECT * FROM g;
