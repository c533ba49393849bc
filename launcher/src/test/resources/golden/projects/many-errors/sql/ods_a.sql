CREATE DATABASE IF NOT EXISTS lake.ods;
CREATE TABLE IF NOT EXISTS lake.ods.a (id INT NOT NULL, name STRING, amount DECIMAL(10, 2), PRIMARY KEY (id) NOT ENFORCED);
CREATE TEMPORARY TABLE g (id INT, name STRING, amount DECIMAL(10, 2)) WITH ('connector' = 'datagen');
INSERT INTO lake.ods.a SELECT id, name, amount FROM g;
