CREATE TEMPORARY TABLE `a b;c``d` (`x y` INT, `😀` INT) WITH ('connector'='datagen');
CREATE TEMPORARY TABLE s (a INT, d INT) WITH ('connector'='blackhole');
INSERT INTO s SELECT `x yy`, `😀` FROM `a b;c``d`;
INSERT INTO s SELECT `x y`, `😀` FROM `a b;c``e`;
