CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.part_2 (
    id INT NOT NULL,
    owner STRING,
    v INT,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('merge-engine' = 'partial-update', 'fields.v.sequence-group' = 'owner');

INSERT INTO lake.dwd.part_2 SELECT id, owner, district_id FROM lake.ods.account;
