CREATE TEMPORARY TABLE g (id INT, name STRING) WITH ('connector'='datagen');
CREATE TEMPORARY TABLE s (id INT, name STRING) WITH ('connector'='blackhole');
INSERT INTO s SELECT id, name FROM g /*+ OPTIONS('nope'='1') */;
INSERT INTO s SELECT id, name FROM g /*+ NOPE(a) */;
INSERT INTO s SELECT id, name FROM g /*+ OPTIONS(nope) */;
