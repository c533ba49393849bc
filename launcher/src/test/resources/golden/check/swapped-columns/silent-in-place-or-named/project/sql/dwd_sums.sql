CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.sums (
    id INT NOT NULL,
    credits DECIMAL(10, 2),
    debits DECIMAL(10, 2),
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.sums (id, debits, credits) SELECT id, -amount AS debits, amount AS credits FROM lake.ods.account;
