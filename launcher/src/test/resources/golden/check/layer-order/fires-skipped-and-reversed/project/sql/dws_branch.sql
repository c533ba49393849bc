CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.branch (
    district_id INT NOT NULL,
    accounts BIGINT NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
);

CREATE TEMPORARY VIEW by_district AS
SELECT district_id, COUNT(*) AS accounts FROM lake.ods.`account` GROUP BY district_id;

INSERT INTO lake.dws.branch SELECT district_id, accounts FROM by_district;
