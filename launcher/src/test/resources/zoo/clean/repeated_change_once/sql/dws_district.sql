-- Accounts per district.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.district (
    district_id INT NOT NULL,
    accounts BIGINT NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE account_change (
    account_id BIGINT NOT NULL,
    district_id INT NOT NULL,
    PRIMARY KEY (account_id) NOT ENFORCED
) WITH ({{ source('account') }});

SET 'table.exec.source.cdc-events-duplicate' = 'true';

INSERT INTO lake.dws.district
SELECT district_id, COUNT(*)
FROM account_change
GROUP BY district_id;
