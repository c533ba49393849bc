CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    id INT NOT NULL,
    owner STRING,
    accounts BIGINT,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.account
SELECT a.id, a.owner, d.accounts
FROM lake.ods.account a
LEFT JOIN lake.dim.district d ON d.id = a.district_id;
