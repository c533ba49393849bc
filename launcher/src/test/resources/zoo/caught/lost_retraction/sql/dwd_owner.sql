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
FROM lake.ods.disposition;
