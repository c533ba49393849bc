-- What a window sums up comes once.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.page (
    window_start TIMESTAMP(3) NOT NULL,
    page STRING NOT NULL,
    visits BIGINT,
    PRIMARY KEY (window_start, page) NOT ENFORCED
) WITH ('changelog-producer' = 'input');

CREATE TEMPORARY TABLE visit_event (id STRING NOT NULL, page STRING, seen_at TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL, WATERMARK FOR seen_at AS seen_at) WITH (
    'connector' = 'kafka',
    'topic' = 'visit',
    'properties.bootstrap.servers' = '{{ var('kafka') }}',
    'properties.group.id' = 'page',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'json'
);

INSERT INTO lake.dws.page
SELECT window_start, COALESCE(page, ''), COUNT(*)
FROM TABLE(TUMBLE(TABLE visit_event, DESCRIPTOR(seen_at), INTERVAL '1' HOUR))
GROUP BY window_start, window_end, COALESCE(page, '');
