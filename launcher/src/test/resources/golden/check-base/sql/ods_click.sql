CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.click (
    click_id STRING NOT NULL,
    account_id INT NOT NULL,
    page STRING,
    clicked_at TIMESTAMP_LTZ(3) NOT NULL
);

CREATE TEMPORARY TABLE click_event (click_id STRING NOT NULL, account_id INT NOT NULL, page STRING, clicked_at TIMESTAMP_LTZ(3) NOT NULL) WITH (
    'connector' = 'kafka',
    'topic' = 'click',
    'properties.bootstrap.servers' = '{{ var('kafka') }}',
    'properties.group.id' = 'click',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'json'
);

INSERT INTO lake.ods.click SELECT click_id, account_id, page, clicked_at FROM click_event;
