-- The same zone under another name.
SET 'table.local-time-zone' = 'Etc/UTC';
SET 'table.exec.mini-batch.size' = '7';

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL,
    owner STRING,
    PRIMARY KEY (id) NOT ENFORCED
);

INSERT INTO lake.dwd.owner SELECT id, owner FROM lake.ods.account;
