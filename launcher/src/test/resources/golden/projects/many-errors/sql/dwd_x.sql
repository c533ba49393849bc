CREATE DATABASE IF NOT EXISTS lake.dwd;
CREATE TABLE IF NOT EXISTS lake.dwd.x (id INT NOT NULL, total DECIMAL(20, 2), PRIMARY KEY (id) NOT ENFORCED);
INSERT INTO lake.dwd.x SELECT id, amout FROM lake.ods.a;
INSERT INTO lake.dwd.x SELECT id, amount FROM lake.ods.aa;
INSERT INTO lake.dwd.xx SELECT id, amount FROM lake.ods.a;
INSERT INTO lake.dwd.x SELECT id, amount FROM lake.ods.b;
