CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.`order` (
    order_id INT NOT NULL,
    customer_id INT,
    amount DECIMAL(10, 2),
    PRIMARY KEY (order_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE TEMPORARY TABLE order_event (
    order_id INT NOT NULL,
    customer_id INT,
    amount DECIMAL(10, 2)
) WITH (
    'connector' = 'kafka',
    'topic' = 'shop.order',
    'properties.bootstrap.servers' = 'nowhere:9092',
    'properties.group.id' = 'shop',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'json'
);

INSERT INTO lake.ods.`order`
SELECT order_id, customer_id, amount FROM order_event WHERE amount >= {{ var('least') }};
