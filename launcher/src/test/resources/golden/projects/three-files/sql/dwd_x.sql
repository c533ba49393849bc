{{ config(tags=['daily']) }}
CREATE DATABASE IF NOT EXISTS lake.dwd;
CREATE TABLE IF NOT EXISTS lake.dwd.x (id INT NOT NULL, total DECIMAL(20, 2), PRIMARY KEY (id) NOT ENFORCED);
INSERT INTO lake.dwd.x SELECT id, SUM(amount) FROM lake.ods.a GROUP BY id;
