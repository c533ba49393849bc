CREATE DATABASE IF NOT EXISTS s;
SELECT DATABASE();
USE s;
SELECT DATABASE(), USER(), VERSION(), CURRENT_VERSION();
-- > s|'root'@'%'|8.0.33|3.3.11-embedded
SET @answer = 6 * 7, @name = 'x';
SELECT @answer + 1, @name, @never;
-- > 43|x|null
SET SESSION query_timeout = 600, @@session.sql_mode = 'ONLY_FULL_GROUP_BY';
SELECT @@query_timeout, @@session.query_timeout, @@global.autocommit;
-- > 600|600|1
SET no_such_variable = 1;
-- ! Unknown system variable 'no_such_variable'
SET time_zone = '+08:00';
SELECT FROM_UNIXTIME(0), UNIX_TIMESTAMP('1970-01-01 08:00:00');
-- > 1970-01-01 08:00:00|0
SET time_zone = 'UTC';
SET NAMES utf8mb4;
START TRANSACTION;
COMMIT;
SHOW DATABASES LIKE 's';
-- > s
SHOW VARIABLES WHERE Variable_name = 'lower_case_table_names' OR Variable_name = 'autocommit';
-- > autocommit|1
-- > lower_case_table_names|0
CREATE TABLE t (a INT NOT NULL COMMENT "first", b STRING) PRIMARY KEY (a);
SHOW TABLES;
-- > t
SHOW TABLES FROM s LIKE 'x%';
SHOW FULL TABLES FROM s WHERE Table_type = 'BASE TABLE';
-- > t|BASE TABLE
SHOW COLUMNS FROM t;
-- > a|int(11)|NO|PRI|null|
-- > b|varchar(65533)|YES||null|
SHOW FULL COLUMNS FROM t FROM s LIKE 'a';
-- > a|int(11)|null|NO|PRI|null|||first
SHOW INDEX FROM t;
-- > t|0|PRIMARY|1|a|A|null|null|null|||
SHOW WARNINGS;
SHOW ENGINES;
SHOW COLLATION;
SHOW CHARACTER SET;
SHOW STATUS;
SHOW FRONTENDS;
SHOW BACKENDS;
SHOW CATALOGS;
SHOW PROCESSLIST;
SHOW TABLE STATUS LIKE 't';
SHOW CREATE DATABASE s;
-- > s|CREATE DATABASE `s`
SHOW ROUTINE LOAD;
-- ! not supported by the embedded StarRocks: SHOW ROUTINE LOAD
SHOW CREATE TABLE nope;
-- ! Unknown table 's.nope'
KILL 99999;
-- ! Unknown thread id: 99999
