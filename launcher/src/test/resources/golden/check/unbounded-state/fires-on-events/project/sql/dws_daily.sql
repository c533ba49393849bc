CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.daily (
    day_ DATE NOT NULL,
    clicks BIGINT NOT NULL,
    PRIMARY KEY (day_) NOT ENFORCED
);

CREATE TEMPORARY TABLE click_event (id STRING, day_ DATE NOT NULL) WITH (
    'connector' = 'kafka',
    'topic' = 'click',
    'properties.bootstrap.servers' = '{{ var('kafka') }}',
    'properties.group.id' = 'daily',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'json'
);

INSERT INTO lake.dws.daily SELECT day_, COUNT(*) FROM click_event GROUP BY day_;
