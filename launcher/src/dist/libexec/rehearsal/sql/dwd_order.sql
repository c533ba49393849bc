CREATE DATABASE IF NOT EXISTS lake.dwd;
CREATE TABLE IF NOT EXISTS lake.dwd.`order` (
    order_id BIGINT NOT NULL, shop_id INT, amount DECIMAL(15, 2), kind STRING, ordered_on DATE, kinds BIGINT,
    PRIMARY KEY (order_id) NOT ENFORCED
) WITH ({{ history('input') }});
{% include '../snippets/functions.sql' %}
INSERT INTO lake.dwd.`order`
SELECT order_id, shop_id, amount, kind, ordered_on, kinds
FROM (
    SELECT
        o.order_id, o.shop_id, CAST(o.amount AS DECIMAL(15, 2)) AS amount, {{ translate('o.kind', {'A': 'all'}) }} AS kind,
        bank_date(o.ordered) AS ordered_on, s.kinds,
        ROW_NUMBER() OVER (PARTITION BY o.order_id ORDER BY o.ordered) AS place
    FROM lake.ods.`order` o LEFT JOIN lake.dim.shop s ON s.shop_id = o.shop_id
    WHERE o.kind IN ('A', 'B') OR UPPER(o.kind) LIKE 'C%'
)
WHERE place = 1;
