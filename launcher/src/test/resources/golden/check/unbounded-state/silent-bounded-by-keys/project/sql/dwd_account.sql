CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    id INT NOT NULL,
    district_id INT NOT NULL,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.account SELECT a.id, b.district_id FROM lake.ods.account a JOIN lake.ods.account b ON a.id = b.id;
