-- Accounts, each kept by the branch of its district: its changes as the core system's log tells them.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.account (
    account_id BIGINT NOT NULL,
    district_id INT NOT NULL COMMENT 'the branch',
    frequency STRING COMMENT 'how often statements are issued',
    `date` STRING COMMENT 'yyMMdd of its opening',
    PRIMARY KEY (account_id) NOT ENFORCED
) COMMENT 'Accounts, each kept by the branch of its district' WITH (
    {{ history('lookup') }}
);

CREATE TEMPORARY TABLE account_change (
    account_id BIGINT NOT NULL,
    district_id INT NOT NULL,
    frequency STRING,
    `date` STRING,
    {{ guarded_columns('account', 'account_id') }}
) WITH (
    {{ source('account') }}
);

{{ ingest(
    source='account',
    table='lake.ods.account',
    events='account_change',
    columns=['account_id', 'district_id', 'frequency', '`date`']
) }}
