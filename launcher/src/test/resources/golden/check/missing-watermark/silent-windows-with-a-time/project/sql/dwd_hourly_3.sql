CREATE TEMPORARY VIEW seen AS SELECT *, PROCTIME() AS at_ FROM lake.ods.click;

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.hourly_3 (
    window_start TIMESTAMP(3) NOT NULL,
    rows_ BIGINT NOT NULL,
    PRIMARY KEY (window_start) NOT ENFORCED
);

INSERT INTO lake.dwd.hourly_3
SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE seen, DESCRIPTOR(at_), INTERVAL '1' HOUR))
GROUP BY window_start, window_end;
