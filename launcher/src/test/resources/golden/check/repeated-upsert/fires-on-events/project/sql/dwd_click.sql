CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.click (
    id STRING NOT NULL,
    page STRING,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('changelog-producer' = 'input');

INSERT INTO lake.dwd.click SELECT click_id, page FROM lake.ods.click;
