CREATE DATABASE IF NOT EXISTS lake.dwd;
CREATE TABLE lake.dwd.click (
    customer_id BIGINT, customer_name STRING, page STRING, window_start TIMESTAMP(3), clicks BIGINT
);
CREATE TEMPORARY TABLE click (
    customer_id BIGINT, page STRING, clicked_at TIMESTAMP(3), seen_at AS PROCTIME(),
    WATERMARK FOR clicked_at AS clicked_at - INTERVAL '5' SECOND
) WITH ({{ source('click') }});
CREATE TEMPORARY VIEW named_click AS
SELECT c.*, u.name AS customer_name
FROM click c
LEFT JOIN lake.ods.customer FOR SYSTEM_TIME AS OF c.seen_at AS u ON u.customer_id = c.customer_id;
INSERT INTO lake.dwd.click
SELECT customer_id, customer_name, page, window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE named_click, DESCRIPTOR(clicked_at), INTERVAL '1' MINUTE))
GROUP BY customer_id, customer_name, page, window_start, window_end;
