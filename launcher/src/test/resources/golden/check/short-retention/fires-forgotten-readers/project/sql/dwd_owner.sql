CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
) WITH (
    'consumer.expiration-time' = '6 h'
);

INSERT INTO lake.dwd.owner SELECT id, owner FROM lake.ods.account;
