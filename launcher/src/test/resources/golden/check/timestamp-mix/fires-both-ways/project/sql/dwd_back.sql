CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.back (
    id STRING NOT NULL,
    clicked_at TIMESTAMP_LTZ(3)
);

INSERT INTO lake.dwd.back SELECT id, clicked_at FROM lake.dwd.click;
