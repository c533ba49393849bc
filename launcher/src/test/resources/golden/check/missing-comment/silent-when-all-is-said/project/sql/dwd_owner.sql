CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL COMMENT 'the account',
    `comment` STRING COMMENT 'what the clerk wrote',
    seen_at TIMESTAMP(3) COMMENT 'when',
    WATERMARK FOR seen_at AS seen_at,
    PRIMARY KEY (id) NOT ENFORCED
) COMMENT 'Who owns what' WITH ('file.format' = 'orc');

CREATE TEMPORARY TABLE event (id INT) WITH ('connector' = 'datagen');
