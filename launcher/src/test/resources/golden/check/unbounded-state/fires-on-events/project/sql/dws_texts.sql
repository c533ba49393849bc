CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.texts (
    day_ STRING NOT NULL,
    clicks BIGINT NOT NULL,
    PRIMARY KEY (day_) NOT ENFORCED
);

{{ config(allow={'layer-order': 'clicks are clean'}) }}
INSERT INTO lake.dws.texts
SELECT day_, COUNT(*)
FROM (SELECT DATE_FORMAT(clicked_at, 'yyyy-MM-dd') AS day_ FROM lake.ods.click)
GROUP BY day_;
