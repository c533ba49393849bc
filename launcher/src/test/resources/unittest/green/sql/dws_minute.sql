CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.`minute` (
    starts TIMESTAMP(3) NOT NULL,
    visits BIGINT NOT NULL,
    PRIMARY KEY (starts) NOT ENFORCED
) WITH ('bucket' = '1');

CREATE TEMPORARY TABLE visit (
    visited_at TIMESTAMP(3),
    WATERMARK FOR visited_at AS visited_at - INTERVAL '5' SECOND
) WITH ('connector' = 'datagen');

INSERT INTO lake.dws.`minute`
SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE visit, DESCRIPTOR(visited_at), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
