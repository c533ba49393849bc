CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.distinct_ (
    click_id STRING NOT NULL,
    PRIMARY KEY (click_id) NOT ENFORCED
);

INSERT INTO lake.dwd.distinct_ SELECT DISTINCT click_id FROM lake.ods.click;
