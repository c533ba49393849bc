CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.wide (
    id INT NOT NULL,
    district_id INT NOT NULL,
    accounts BIGINT,
    PRIMARY KEY (id, district_id) NOT ENFORCED
);

-- A key with more columns than are needed.
INSERT INTO lake.dwd.wide
SELECT a.id, a.district_id, t.accounts
FROM lake.ods.account a
LEFT JOIN lake.dwd.total t ON t.district_id = a.district_id;
