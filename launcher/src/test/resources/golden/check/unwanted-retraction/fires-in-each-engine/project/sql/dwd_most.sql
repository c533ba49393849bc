CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.most (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('merge-engine' = 'aggregation', 'fields.owner.aggregate-function' = 'max');

INSERT INTO lake.dwd.most SELECT id, owner FROM lake.ods.account;
