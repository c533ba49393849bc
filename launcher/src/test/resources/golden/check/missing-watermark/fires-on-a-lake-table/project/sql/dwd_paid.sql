CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.paid (
    id STRING NOT NULL
);

INSERT INTO lake.dwd.paid
SELECT o.id
FROM lake.ods.order_ o
JOIN lake.ods.payment p ON p.id = o.id AND p.at_ BETWEEN o.at_ AND o.at_ + INTERVAL '1' HOUR;
