CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.glued (
    pair_id STRING NOT NULL,
    owner STRING,
    PRIMARY KEY (pair_id) NOT ENFORCED
);

-- Both keys in one column.
INSERT INTO lake.dwd.glued
SELECT CAST(a.id AS STRING) || '-' || CAST(b.id AS STRING), a.owner
FROM lake.ods.account a
JOIN lake.ods.account b ON a.district_id = b.district_id;
