CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.order_ (
    id STRING NOT NULL,
    at_ TIMESTAMP(3) NOT NULL,
    WATERMARK FOR at_ AS at_ - INTERVAL '5' SECOND
);

CREATE TEMPORARY TABLE order__event (id STRING NOT NULL, at_ TIMESTAMP(3) NOT NULL) WITH ('connector' = 'kafka', 'topic' = 'order_',
    'properties.bootstrap.servers' = '{{ var('kafka') }}', 'properties.group.id' = 'order_', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');

INSERT INTO lake.ods.order_ SELECT id, at_ FROM order__event;
