CREATE DATABASE IF NOT EXISTS lake.dim;

CREATE TABLE IF NOT EXISTS lake.dim.customer (
    customer_id INT NOT NULL,
    name STRING NOT NULL,
    PRIMARY KEY (customer_id) NOT ENFORCED
) WITH ('bucket' = '1');

CREATE TEMPORARY TABLE person (customer_id INT NOT NULL, name STRING) WITH ('connector' = 'datagen');

INSERT INTO lake.dim.customer SELECT customer_id, name FROM person;
