CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner_2 (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.owner_2 SELECT id, owner FROM lake.ods.account;
