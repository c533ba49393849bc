CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.first_ (
    account_id INT NOT NULL,
    page STRING,
    PRIMARY KEY (account_id) NOT ENFORCED
) WITH ('merge-engine' = 'first-row');

INSERT INTO lake.dwd.first_ SELECT account_id, page FROM lake.ods.click;
