CREATE TEMPORARY TABLE `a
b` (id INT) WITH ('connector'='datagen');
CREATE TEMPORARY TABLE s (a INT) WITH ('connector'='blackhole');
INSERT INTO s SELECT idd FROM `a
b`;
