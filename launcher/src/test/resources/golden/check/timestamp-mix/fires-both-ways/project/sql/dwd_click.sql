CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.click (
    id STRING NOT NULL,
    clicked_at TIMESTAMP(3)
);

INSERT INTO lake.dwd.click
SELECT
    click_id,
    clicked_at
FROM lake.ods.click;
