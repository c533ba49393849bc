CREATE TEMPORARY TABLE ticks (id STRING, p AS PROCTIME()) WITH ('connector' = 'datagen');

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.hourly_2 (
    window_start TIMESTAMP(3) NOT NULL,
    rows_ BIGINT NOT NULL,
    PRIMARY KEY (window_start) NOT ENFORCED
);

INSERT INTO lake.dwd.hourly_2
SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(p), INTERVAL '1' HOUR))
GROUP BY window_start, window_end;
