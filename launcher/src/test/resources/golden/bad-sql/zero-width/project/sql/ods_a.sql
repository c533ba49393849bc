CREATE TEMPORARY TABLE g (id INT, name STRING) WITH ('connector'='datagen');
CREATE TEMPORARY TABLE s (id INT, name STRING) WITH ('connector'='blackhole');
INSERT INTO s SELECT id,​ name FROM g;
INSERT INTO s SELECT id, name​ FROM g;
​INSERT INTO s SELECT id, name FROM g;
