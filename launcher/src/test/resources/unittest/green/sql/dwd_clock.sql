CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.clock (
    id INT NOT NULL,
    is_old BOOLEAN,
    `at` TIMESTAMP_LTZ(3),
    local_at TIMESTAMP(3),
    `day` DATE,
    `time` STRING,
    seconds BIGINT,
    in_subquery BOOLEAN,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('bucket' = '1');

CREATE TEMPORARY TABLE thing (id INT NOT NULL, made_at TIMESTAMP_LTZ(3)) WITH ('connector' = 'datagen');

INSERT INTO lake.dwd.clock
SELECT
    id,
    made_at < CURRENT_TIMESTAMP - INTERVAL '1' DAY,
    NOW(),
    LOCALTIMESTAMP,
    CURRENT_DATE,
    CAST(CURRENT_TIME AS STRING),
    UNIX_TIMESTAMP(),
    id IN (SELECT id FROM thing WHERE made_at < CURRENT_TIMESTAMP)
FROM thing;
