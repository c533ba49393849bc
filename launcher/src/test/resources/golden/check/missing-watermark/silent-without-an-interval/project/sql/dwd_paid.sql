SET 'table.exec.state.ttl' = '1 d';

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.paid (
    id STRING NOT NULL,
    late TIMESTAMP(3)
);

INSERT INTO lake.dwd.paid
SELECT o.id, o.at_ + INTERVAL '1' HOUR
FROM lake.ods.order_ o
JOIN lake.ods.payment p ON p.id = o.id;
