CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.once (
    click_id STRING NOT NULL,
    page STRING
);

SET 'table.exec.state.ttl' = '1 d';

CREATE TEMPORARY VIEW clicks AS SELECT *, PROCTIME() AS p FROM lake.ods.click;

INSERT INTO lake.dwd.once
SELECT click_id, page
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY click_id ORDER BY p) AS n FROM clicks)
WHERE n = 1;
