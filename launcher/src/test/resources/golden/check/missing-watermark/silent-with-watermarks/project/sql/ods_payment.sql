CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.payment (
    id STRING NOT NULL,
    at_ TIMESTAMP(3) NOT NULL,
    WATERMARK FOR at_ AS at_ - INTERVAL '5' SECOND
);

CREATE TEMPORARY TABLE payment_event (id STRING NOT NULL, at_ TIMESTAMP(3) NOT NULL) WITH ('connector' = 'kafka', 'topic' = 'payment',
    'properties.bootstrap.servers' = '{{ var('kafka') }}', 'properties.group.id' = 'payment', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json');

INSERT INTO lake.ods.payment SELECT id, at_ FROM payment_event;
