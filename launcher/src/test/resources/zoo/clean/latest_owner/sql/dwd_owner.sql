-- Who owns an account.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.disposition (
    disp_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    client_id BIGINT NOT NULL,
    PRIMARY KEY (disp_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    account_id BIGINT NOT NULL,
    client_id BIGINT NOT NULL,
    PRIMARY KEY (account_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

INSERT INTO lake.dwd.owner
SELECT account_id, client_id
FROM (
    SELECT account_id, client_id, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY disp_id DESC) AS newest
    FROM lake.ods.disposition
)
WHERE newest = 1;
