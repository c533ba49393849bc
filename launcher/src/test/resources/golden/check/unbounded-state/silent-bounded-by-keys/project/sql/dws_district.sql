CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.district (
    district_id INT NOT NULL,
    accounts BIGINT NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
);

INSERT INTO lake.dws.district SELECT district_id, COUNT(*) FROM lake.dwd.account GROUP BY district_id;
