CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.first_ (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('merge-engine' = 'first-row');

INSERT INTO lake.dwd.first_ SELECT id, owner FROM lake.ods.account;
