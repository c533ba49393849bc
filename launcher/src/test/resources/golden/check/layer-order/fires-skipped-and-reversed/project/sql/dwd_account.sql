CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    id INT NOT NULL,
    district_id INT NOT NULL,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.account
SELECT a.id, a.district_id
FROM lake.ods.account a
JOIN lake.dws.branch b ON b.district_id = a.district_id;
