CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.clicked (
    click_id STRING NOT NULL,
    owner STRING
);

CREATE TEMPORARY VIEW clicks AS SELECT *, PROCTIME() AS p FROM lake.ods.click;

INSERT INTO lake.dwd.clicked
SELECT c.click_id, a.owner
FROM clicks c
LEFT JOIN lake.ods.account FOR SYSTEM_TIME AS OF c.p AS a ON a.owner = c.page;
