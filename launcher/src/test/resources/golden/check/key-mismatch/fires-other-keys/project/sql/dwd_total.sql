CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.total (
    owner STRING NOT NULL,
    accounts BIGINT NOT NULL,
    PRIMARY KEY (owner) NOT ENFORCED
);

INSERT INTO lake.dwd.total
SELECT owner, accounts
FROM (SELECT owner, district_id, COUNT(*) AS accounts FROM lake.ods.account WHERE owner IS NOT NULL GROUP BY owner, district_id);
