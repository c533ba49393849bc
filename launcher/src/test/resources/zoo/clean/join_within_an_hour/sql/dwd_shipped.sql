-- Orders that were shipped within an hour.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.shipped (
    order_id BIGINT NOT NULL,
    ordered_at TIMESTAMP(3) NOT NULL,
    shipped_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (order_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE TEMPORARY TABLE ordered (
    order_id BIGINT NOT NULL,
    ordered_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR ordered_at AS ordered_at - INTERVAL '5' MINUTE
) WITH ({{ source('ordered') }});

CREATE TEMPORARY TABLE sent (
    order_id BIGINT NOT NULL,
    sent_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR sent_at AS sent_at - INTERVAL '5' MINUTE
) WITH ({{ source('sent') }});

INSERT INTO lake.dwd.shipped
SELECT o.order_id, CAST(o.ordered_at AS TIMESTAMP(3)), CAST(s.sent_at AS TIMESTAMP(3))
FROM ordered o
JOIN sent s ON s.order_id = o.order_id
    AND s.sent_at BETWEEN o.ordered_at AND o.ordered_at + INTERVAL '1' HOUR;
