CREATE DATABASE IF NOT EXISTS d;
CREATE DATABASE d;
-- ! Can't create database 'd'; database exists
USE nowhere;
-- ! Unknown database 'nowhere'
USE d;
CREATE TABLE log (day DATE NOT NULL, kind VARCHAR(10), amount DECIMAL(10, 2) DEFAULT "1.5", made DATETIME DEFAULT CURRENT_TIMESTAMP)
DUPLICATE KEY (day, kind) COMMENT "events" PARTITION BY RANGE(day) (START ("2020-01-01") END ("2021-01-01") EVERY (INTERVAL 1 MONTH)) DISTRIBUTED BY RANDOM;
INSERT INTO log (day, kind) VALUES ('2020-01-01', 'a'), ('2020-01-01', 'a');
SELECT day, kind, amount, made IS NOT NULL FROM log;
-- > 2020-01-01|a|1.50|1
-- > 2020-01-01|a|1.50|1
INSERT INTO log (kind) VALUES ('a');
-- ! NULL value in non-nullable column 'day'
INSERT INTO log (day, kind) VALUES ('2020-01-01', 'much too long');
-- ! String is too long. The type of 'kind' is varchar(10)
UPDATE log SET kind = 'b' WHERE kind = 'a';
-- ! does not support update
DELETE FROM log WHERE kind = 'x';
DELETE FROM log;
-- ! Where clause is not set
CREATE TABLE pk (id INT NOT NULL, name STRING, n INT DEFAULT "7") PRIMARY KEY (id) DISTRIBUTED BY HASH(id);
INSERT INTO pk VALUES (1, 'a', 1), (1, 'b', 2), (2, 'c', 3);
INSERT INTO pk (id, name) VALUES (2, 'd');
SELECT * FROM pk ORDER BY id;
-- > 1|b|2
-- > 2|d|7
INSERT INTO pk SELECT id + 10, UPPER(name), n FROM pk;
SELECT * FROM pk ORDER BY id;
-- > 1|b|2
-- > 2|d|7
-- > 11|B|2
-- > 12|D|7
UPDATE pk SET name = CONCAT(name, '!'), n = n + 1 WHERE id > 10;
DELETE FROM pk WHERE id IN (1, 12);
SELECT * FROM pk ORDER BY id;
-- > 2|d|7
-- > 11|B!|3
UPDATE pk SET id = 5 WHERE id = 2;
-- ! primary key column cannot be updated: id
UPDATE pk SET name = CONCAT('x', 'y'), pk.id = 5 WHERE id = 2;
-- ! primary key column cannot be updated: id
UPDATE pk SET nothing = 5 WHERE id = 2;
-- ! Column 'nothing' cannot be resolved
ALTER TABLE pk ADD COLUMN extra DECIMAL(8, 3) NOT NULL DEFAULT "0.125" COMMENT "more";
SELECT * FROM pk ORDER BY id;
-- > 2|d|7|0.125
-- > 11|B!|3|0.125
ALTER TABLE pk DROP COLUMN n;
INSERT INTO pk VALUES (3, 'e', 2);
SELECT * FROM pk ORDER BY id;
-- > 2|d|0.125
-- > 3|e|2.000
-- > 11|B!|0.125
DESC pk;
-- > id|int(11)|NO|true|null|
-- > name|varchar(65533)|YES|false|null|
-- > extra|decimal(8, 3)|NO|false|0.125|
ALTER TABLE pk MODIFY COLUMN name VARCHAR(10);
-- ! not supported by the embedded StarRocks: ALTER TABLE
CREATE VIEW v (id COMMENT "the key", doubled) COMMENT "a view" AS SELECT id, extra * 2 FROM pk;
CREATE VIEW v AS SELECT 1;
-- ! Table 'v' already exists
CREATE VIEW IF NOT EXISTS v AS SELECT 1;
SELECT * FROM v ORDER BY id;
-- > 2|0.250
-- > 3|4.000
-- > 11|0.250
CREATE OR REPLACE VIEW v AS SELECT id, name FROM d.pk WHERE id < 5;
SELECT * FROM v ORDER BY id;
-- > 2|d
-- > 3|e
SELECT TABLE_NAME, TABLE_TYPE FROM information_schema.tables WHERE TABLE_SCHEMA = 'd' ORDER BY 1;
-- > log|BASE TABLE
-- > pk|BASE TABLE
-- > v|VIEW
SELECT COLUMN_NAME, DATA_TYPE, COLUMN_KEY, COLUMN_SIZE, DECIMAL_DIGITS FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'd' AND TABLE_NAME = 'log' ORDER BY ORDINAL_POSITION;
-- > day|date|DUP|null|null
-- > kind|varchar|DUP|10|null
-- > amount|decimal||10|2
-- > made|datetime||null|null
SELECT TABLE_NAME, TABLE_MODEL, PRIMARY_KEY FROM information_schema.tables_config WHERE TABLE_SCHEMA = 'd' ORDER BY 1;
-- > log|DUP_KEYS|
-- > pk|PRIMARY_KEYS|`id`
INSERT OVERWRITE pk SELECT 1, 'only', 1;
SELECT * FROM pk;
-- > 1|only|1.000
TRUNCATE TABLE pk;
SELECT COUNT(*) FROM pk;
-- > 0
DROP TABLE pk;
CREATE TABLE pk (id BIGINT NOT NULL, name INT) PRIMARY KEY (id);
INSERT INTO pk VALUES (1, 2);
SELECT * FROM v;
-- > 1|2
DROP VIEW v;
DROP TABLE v;
-- ! Unknown table 'd.v'
DROP TABLE IF EXISTS v;
ALTER TABLE pk RENAME pk2;
SELECT * FROM pk2;
-- > 1|2
CREATE TABLE bad (a INT, b INT) PRIMARY KEY (b);
-- ! Key columns should be a ordered prefix of the schema
CREATE TABLE bad (a DOUBLE) PRIMARY KEY (a);
-- ! type not supported
CREATE TABLE bad (a INT) AGGREGATE KEY (a);
-- ! not supported by the embedded StarRocks: AGGREGATE KEY
CREATE TABLE bad (a ARRAY<INT>);
-- ! not supported by the embedded StarRocks: the type ARRAY
CREATE MATERIALIZED VIEW mv AS SELECT 1;
-- ! not supported by the embedded StarRocks: CREATE MATERIALIZED VIEW
GRANT ALL ON *.* TO 'root';
-- ! not supported by the embedded StarRocks: the statement GRANT
CREATE TABLE types (a LARGEINT, b FLOAT, c DOUBLE, d CHAR(3), e JSON, f SMALLINT, g TINYINT, h DATETIME);
INSERT INTO types VALUES (170141183460469231731687303715884105727, 1.5, 0.1, 'abc', '{"a": [1, 2]}', 5, 6, '2024-01-01 00:00:00.123456');
SELECT * FROM types;
-- > 170141183460469231731687303715884105727|1.5|0.1|abc|{"a": [1, 2]}|5|6|2024-01-01 00:00:00.123456
SELECT e -> '$.a[1]' FROM types;
-- > 2
DROP DATABASE d;
SHOW TABLES FROM d;
-- ! Unknown database 'd'
