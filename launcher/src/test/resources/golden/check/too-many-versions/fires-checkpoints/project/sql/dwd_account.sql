CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    id INT NOT NULL,
    district_id INT NOT NULL,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.account SELECT id, district_id FROM lake.ods.account;
