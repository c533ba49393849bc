CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.hourly (
    window_start TIMESTAMP(3) NOT NULL,
    rows_ BIGINT NOT NULL,
    PRIMARY KEY (window_start) NOT ENFORCED
);

INSERT INTO lake.dwd.hourly
SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE lake.ods.order_, DESCRIPTOR(at_), INTERVAL '1' HOUR))
GROUP BY window_start, window_end;
