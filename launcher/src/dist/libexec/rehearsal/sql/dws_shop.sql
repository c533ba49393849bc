CREATE DATABASE IF NOT EXISTS lake.dws;
CREATE TABLE IF NOT EXISTS lake.dws.shop (
    shop_id INT NOT NULL, amount DECIMAL(20, 2), orders BIGINT NOT NULL, PRIMARY KEY (shop_id) NOT ENFORCED
) WITH ({{ history('input') }});
CREATE TABLE IF NOT EXISTS lake.dws.shop_hourly (
    shop_id INT NOT NULL, `hour` TIMESTAMP(3) NOT NULL, events BIGINT NOT NULL, PRIMARY KEY (shop_id, `hour`) NOT ENFORCED
) WITH ({{ history('input') }});

INSERT INTO lake.dws.shop
SELECT s.shop_id, CAST(COALESCE(o.amount, 0) AS DECIMAL(20, 2)), COALESCE(o.orders, 0)
FROM lake.dim.shop s
LEFT JOIN (
    SELECT shop_id, SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS amount, COUNT(*) AS orders
    FROM lake.dwd.`order`
    GROUP BY shop_id
) o ON o.shop_id = s.shop_id;

INSERT INTO lake.dws.shop_hourly
SELECT shop_id, window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE lake.dwd.event, DESCRIPTOR(happened), INTERVAL '1' HOUR))
WHERE shop_id IS NOT NULL
GROUP BY shop_id, window_start, window_end;
