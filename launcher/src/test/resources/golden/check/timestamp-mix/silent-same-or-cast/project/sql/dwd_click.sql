CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.click (
    id STRING NOT NULL,
    clicked_at TIMESTAMP(3),
    seen_at TIMESTAMP_LTZ(6)
);

INSERT INTO lake.dwd.click SELECT click_id, CAST(clicked_at AS TIMESTAMP(3)), clicked_at FROM lake.ods.click;
