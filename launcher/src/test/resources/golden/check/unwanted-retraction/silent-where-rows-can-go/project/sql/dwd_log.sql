CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.log (
    id STRING NOT NULL,
    page STRING
);

-- Events only come.
INSERT INTO lake.dwd.log SELECT click_id, page FROM lake.ods.click;
