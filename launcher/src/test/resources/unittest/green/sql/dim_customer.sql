CREATE DATABASE IF NOT EXISTS lake.dim;

-- Two streams fill one row.
CREATE TABLE IF NOT EXISTS lake.dim.customer (
    customer_id INT NOT NULL,
    name STRING,
    city STRING,
    PRIMARY KEY (customer_id) NOT ENFORCED
) WITH ('bucket' = '1', 'merge-engine' = 'partial-update', 'changelog-producer' = 'lookup');

CREATE TEMPORARY TABLE person (customer_id INT NOT NULL, name STRING) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE address (customer_id INT NOT NULL, city STRING) WITH ('connector' = 'datagen');

INSERT INTO lake.dim.customer (customer_id, name) SELECT customer_id, name FROM person;
INSERT INTO lake.dim.customer (customer_id, city) SELECT customer_id, city FROM address;
