-- INSERT INTO lake.dwd.owner: a comment writes nothing, nor does a text.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
) COMMENT 'INSERT INTO lake.dwd.owner';

CREATE TABLE IF NOT EXISTS lake.dwd.owner_2 (id INT NOT NULL, owner STRING, PRIMARY KEY (id) NOT ENFORCED);

INSERT INTO lake.dwd.owner
SELECT id, owner FROM lake.ods.account WHERE district_id < 10
UNION ALL
SELECT id, owner FROM lake.ods.account WHERE district_id >= 10;

INSERT INTO lake.dwd.owner_2 SELECT id, owner FROM lake.ods.account;
