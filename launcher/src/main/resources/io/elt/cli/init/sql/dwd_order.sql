-- Orders that stand, with cities written one way. A cancelled order is gone from here, and from all that is summed up of it.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.`order` (
    order_id BIGINT NOT NULL,
    city STRING NOT NULL,
    amount DECIMAL(10, 2) NOT NULL COMMENT 'EUR',
    paid BOOLEAN NOT NULL,
    PRIMARY KEY (order_id) NOT ENFORCED
) COMMENT 'Orders that stand' WITH (
    {{ history('input') }}
);

INSERT INTO lake.dwd.`order`
SELECT order_id, INITCAP(TRIM(city)), amount, status = 'paid'
FROM lake.ods.`order`
WHERE status <> 'cancelled';
