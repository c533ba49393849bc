CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.sums_2 (
    id INT NOT NULL,
    credits DECIMAL(10, 2),
    debits DECIMAL(10, 2),
    PRIMARY KEY (id) NOT ENFORCED
);

-- The same column twice, once under another name, and one with a name that the table does not have.
INSERT INTO lake.dwd.sums_2 SELECT id, debits AS credits, debits AS turnover FROM lake.dwd.sums;
