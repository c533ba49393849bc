CREATE DATABASE IF NOT EXISTS lake.ods;
CREATE TABLE lake.ods.`order` (
    order_id BIGINT NOT NULL, customer_id BIGINT, amount DECIMAL(12, 2), status STRING, PRIMARY KEY (order_id) NOT ENFORCED
) WITH ('changelog-producer' = 'input');
CREATE TABLE lake.ods.customer (
    customer_id BIGINT NOT NULL, name STRING, PRIMARY KEY (customer_id) NOT ENFORCED
);
CREATE TEMPORARY TABLE order_change (order_id BIGINT, customer_id BIGINT, amount DECIMAL(12, 2), status STRING)
WITH ({{ source('order') }});
INSERT INTO lake.ods.`order` SELECT * FROM order_change;
