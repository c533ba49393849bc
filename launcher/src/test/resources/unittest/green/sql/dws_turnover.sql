CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.turnover (
    name STRING NOT NULL,
    amount DECIMAL(20, 2),
    largest DECIMAL(10, 2),
    PRIMARY KEY (name) NOT ENFORCED
) WITH (
    'bucket' = '1',
    'merge-engine' = 'aggregation',
    'fields.amount.aggregate-function' = 'sum',
    'fields.largest.aggregate-function' = 'max',
    'fields.largest.ignore-retract' = 'true'
);

INSERT INTO lake.dws.turnover
SELECT COALESCE(name, 'unknown'), CAST(amount AS DECIMAL(20, 2)), amount FROM lake.dwd.`order`;
