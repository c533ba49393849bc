-- The table that is read knows its rows.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('changelog-producer' = 'input');

INSERT INTO lake.dwd.owner SELECT id, owner FROM lake.ods.account;
