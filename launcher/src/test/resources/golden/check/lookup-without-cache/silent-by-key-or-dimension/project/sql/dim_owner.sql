CREATE DATABASE IF NOT EXISTS lake.dim;

CREATE TABLE IF NOT EXISTS lake.dim.owner (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dim.owner SELECT id, owner FROM lake.ods.account;
