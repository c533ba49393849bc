CREATE DATABASE IF NOT EXISTS lake.ods;
CREATE TABLE IF NOT EXISTS lake.ods.`order` (
    order_id BIGINT NOT NULL,
    shop_id INT,
    amount DECIMAL(15, 2),
    kind STRING,
    ordered STRING,
    PRIMARY KEY (order_id) NOT ENFORCED
) WITH ({{ history('lookup') }});

CREATE TEMPORARY TABLE order_change (
    order_id BIGINT NOT NULL, shop_id INT, amount DECIMAL(15, 2), kind STRING, ordered STRING,
    {{ guarded_columns() }}
) WITH ({{ source('order') }});

{{ ingest(source='order', table='lake.ods.`order`', events='order_change',
    columns=['order_id', 'shop_id', 'amount', 'kind', 'ordered'], checks={'amount': 'amount > 0'}) }}
