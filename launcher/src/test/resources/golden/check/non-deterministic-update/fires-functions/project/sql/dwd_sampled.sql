CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.sampled (
    bucket INT NOT NULL,
    accounts BIGINT,
    PRIMARY KEY (bucket) NOT ENFORCED
);

INSERT INTO lake.dwd.sampled
SELECT bucket, COUNT(*)
FROM (SELECT CAST(RAND() * 10 AS INT) AS bucket FROM lake.ods.account)
GROUP BY bucket;
