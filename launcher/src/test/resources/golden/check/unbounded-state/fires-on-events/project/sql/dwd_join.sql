CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.joined (
    click_id STRING NOT NULL,
    owner STRING
);

{{ config(allow={'unwanted-retraction': 'accounts never change here'}) }}
INSERT INTO lake.dwd.joined
SELECT c.click_id, a.owner
FROM lake.ods.click c
JOIN lake.ods.account a ON a.id = c.account_id;
