CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.visit (id STRING NOT NULL, page STRING, PRIMARY KEY (id) NOT ENFORCED) WITH ('changelog-producer' = 'input');

CREATE TEMPORARY TABLE visit_event (id STRING NOT NULL, page STRING, seen_at TIMESTAMP_LTZ(3) METADATA FROM 'timestamp', WATERMARK FOR seen_at AS seen_at) WITH (
    'connector' = 'kafka',
    'topic' = 'visit',
    'properties.bootstrap.servers' = '{{ var('kafka') }}',
    'properties.group.id' = 'visit',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'json'
);

INSERT INTO lake.ods.visit SELECT id, UPPER(page) FROM visit_event WHERE page IS NOT NULL;
