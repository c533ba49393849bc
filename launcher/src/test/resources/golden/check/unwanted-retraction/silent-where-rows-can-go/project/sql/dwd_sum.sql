CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.sum_ (
    district_id INT NOT NULL,
    amount DECIMAL(10, 2),
    PRIMARY KEY (district_id) NOT ENFORCED
) WITH ('merge-engine' = 'aggregation', 'fields.amount.aggregate-function' = 'sum', 'changelog-producer' = 'lookup');

INSERT INTO lake.dwd.sum_ SELECT district_id, amount FROM lake.ods.account;
