CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.click (
    id STRING NOT NULL,
    loaded_at TIMESTAMP_LTZ(3),
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.click SELECT click_id, CURRENT_TIMESTAMP FROM lake.ods.click;
