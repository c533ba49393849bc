CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.latest (
    account_id INT NOT NULL,
    page STRING,
    PRIMARY KEY (account_id) NOT ENFORCED
);

-- Events: the last one wins, and nothing is taken back.
INSERT INTO lake.dwd.latest SELECT account_id, page FROM lake.ods.click;
