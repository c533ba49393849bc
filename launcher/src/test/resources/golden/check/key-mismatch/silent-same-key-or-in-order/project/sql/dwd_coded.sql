CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.coded (
    code STRING NOT NULL,
    id INT,
    PRIMARY KEY (code) NOT ENFORCED
);

INSERT INTO lake.dwd.coded SELECT 'A' || CAST(id AS STRING) AS code, id FROM lake.ods.account;
