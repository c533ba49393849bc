CREATE TEMPORARY TABLE g (id INT, name STRING) WITH ('connector'='datagen');
CREATE TEMPORARY TABLE s (id INT, name STRING) WITH ('connector'='blackhole');
SELEC id FROM g;
INSER INTO s SELECT id, name FROM g;
foo;
1;
'x';
(((;
)
;