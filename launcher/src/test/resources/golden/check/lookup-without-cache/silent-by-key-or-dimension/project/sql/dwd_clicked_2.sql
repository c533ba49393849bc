CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.clicked_2 (
    click_id STRING NOT NULL,
    owner STRING
);

CREATE TEMPORARY VIEW clicks AS SELECT *, PROCTIME() AS p FROM lake.ods.click;

INSERT INTO lake.dwd.clicked_2
SELECT c.click_id, a.owner
FROM clicks c
LEFT JOIN lake.dim.owner FOR SYSTEM_TIME AS OF c.p AS a ON a.owner = c.page;
