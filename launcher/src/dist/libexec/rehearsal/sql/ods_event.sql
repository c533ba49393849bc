{{ config(mode='streaming') }}
CREATE DATABASE IF NOT EXISTS lake.ods;
CREATE TABLE IF NOT EXISTS lake.ods.event (
    shop_id INT,
    kind STRING,
    happened TIMESTAMP(3),
    WATERMARK FOR happened AS happened - INTERVAL '5' SECOND
) WITH ('bucket' = '-1');

CREATE TEMPORARY TABLE event_record (
    shop_id INT, kind STRING, happened TIMESTAMP(3), {{ guarded_columns() }}
) WITH ({{ source('event') }});

{{ ingest(source='event', table='lake.ods.event', events='event_record', columns=['shop_id', 'kind', 'happened']) }}
