CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL COMMENT 'the account',
    owner ROW<name STRING, born DATE>,
    note STRING COMMENT ' ',
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('file.format' = 'orc');
