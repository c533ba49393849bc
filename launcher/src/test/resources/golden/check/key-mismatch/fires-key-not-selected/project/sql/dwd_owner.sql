CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    owner STRING NOT NULL,
    amount DECIMAL(10, 2),
    PRIMARY KEY (owner) NOT ENFORCED
);

INSERT INTO lake.dwd.owner
SELECT owner, amount
FROM lake.ods.account
WHERE owner IS NOT NULL;
