CREATE DATABASE IF NOT EXISTS lake.dim;

CREATE TABLE IF NOT EXISTS lake.dim.district (
    id INT NOT NULL,
    accounts BIGINT,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dim.district SELECT district_id, COUNT(*) FROM lake.ods.account GROUP BY district_id;
