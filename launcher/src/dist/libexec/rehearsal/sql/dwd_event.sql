CREATE DATABASE IF NOT EXISTS lake.dwd;
CREATE TABLE IF NOT EXISTS lake.dwd.event (
    shop_id INT, kinds BIGINT, happened TIMESTAMP(3),
    WATERMARK FOR happened AS happened - INTERVAL '5' SECOND
) WITH ('bucket' = '-1');

INSERT INTO lake.dwd.event
SELECT e.shop_id, s.kinds, e.happened
FROM (SELECT *, PROCTIME() AS seen_at FROM lake.ods.event) e
LEFT JOIN lake.dim.shop FOR SYSTEM_TIME AS OF e.seen_at AS s ON s.shop_id = e.shop_id;
