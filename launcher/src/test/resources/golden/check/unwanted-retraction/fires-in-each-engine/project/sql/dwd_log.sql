CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.log (
    id INT NOT NULL,
    owner STRING
);

INSERT INTO lake.dwd.log SELECT id, owner FROM lake.ods.account;
