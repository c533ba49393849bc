CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.total (
    district_id INT NOT NULL,
    accounts BIGINT NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
);

INSERT INTO lake.dwd.total SELECT district_id, COUNT(*) FROM lake.ods.account GROUP BY district_id;
