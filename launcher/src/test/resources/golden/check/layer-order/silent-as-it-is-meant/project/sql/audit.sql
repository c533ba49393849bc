CREATE DATABASE IF NOT EXISTS lake.audit;

CREATE TABLE IF NOT EXISTS lake.audit.branch (
    district_id INT NOT NULL,
    accounts BIGINT NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
);

-- A file without a layer may read all.
INSERT INTO lake.audit.branch SELECT district_id, COUNT(*) FROM lake.ods.account GROUP BY district_id;
