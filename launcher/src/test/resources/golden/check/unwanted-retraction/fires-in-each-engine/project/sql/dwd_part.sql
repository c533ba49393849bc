CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.part (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('merge-engine' = 'partial-update');

INSERT INTO lake.dwd.part SELECT id, owner FROM lake.ods.account;
