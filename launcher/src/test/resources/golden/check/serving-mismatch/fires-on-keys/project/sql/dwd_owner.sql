CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    amount DECIMAL(10, 2),
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.owner SELECT id, owner, amount FROM lake.ods.account;
