CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.sums (
    id INT NOT NULL,
    credits DECIMAL(10, 2),
    debits DECIMAL(10, 2),
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.sums
SELECT
    id,
    -amount AS debits,
    CASE WHEN amount > 0 THEN amount ELSE 0 END AS credits
FROM lake.ods.account;
