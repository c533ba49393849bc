CREATE DATABASE IF NOT EXISTS lake.dim;

CREATE TABLE IF NOT EXISTS lake.dim.account (
    id INT NOT NULL,
    district_id INT NOT NULL,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dim.account SELECT id, district_id FROM lake.ods.account;
