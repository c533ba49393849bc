CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.pair (
    district_id INT NOT NULL,
    id INT NOT NULL,
    other INT,
    PRIMARY KEY (district_id) NOT ENFORCED
);

INSERT INTO lake.dwd.pair
SELECT a.district_id, a.id, b.id
FROM lake.ods.account a
JOIN lake.ods.account b ON a.district_id = b.district_id;
