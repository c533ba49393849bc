CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    kind STRING NOT NULL,
    PRIMARY KEY (id, kind) NOT ENFORCED
) PARTITIONED BY (kind);

INSERT INTO lake.dwd.owner PARTITION (kind = 'a') SELECT id, owner FROM lake.ods.account WHERE district_id < 10;
