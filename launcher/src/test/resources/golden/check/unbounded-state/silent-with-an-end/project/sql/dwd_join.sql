CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.joined (
    click_id STRING NOT NULL,
    owner STRING,
    PRIMARY KEY (click_id) NOT ENFORCED
);

INSERT INTO lake.dwd.joined
SELECT /*+ STATE_TTL('c' = '1 d', 'a' = '0 s') */ c.click_id, a.owner
FROM lake.ods.click c
JOIN lake.ods.account a ON a.id = c.account_id;
