CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    name_length INT,
    PRIMARY KEY (id) NOT ENFORCED
) WITH ('changelog-producer' = 'input');

INSERT INTO lake.dwd.owner SELECT id, UPPER(owner), CHAR_LENGTH(owner) FROM lake.ods.account;
