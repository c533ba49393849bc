CREATE DATABASE IF NOT EXISTS lake.dwd;

-- The customer as of now, looked up.
CREATE TABLE IF NOT EXISTS lake.dwd.`order` (
    order_id INT NOT NULL,
    name STRING,
    amount DECIMAL(10, 2),
    PRIMARY KEY (order_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY VIEW timed AS SELECT *, PROCTIME() AS proc_time FROM lake.ods.`order`;

INSERT INTO lake.dwd.`order`
SELECT o.order_id, c.name, o.amount
FROM timed o
LEFT JOIN lake.dim.customer FOR SYSTEM_TIME AS OF o.proc_time AS c ON c.customer_id = o.customer_id;
