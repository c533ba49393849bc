-- Which client may do what with which account: its changes as the core system's log tells them.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.disposition (
    disp_id BIGINT NOT NULL,
    client_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    type STRING NOT NULL COMMENT 'OWNER or DISPONENT',
    PRIMARY KEY (disp_id) NOT ENFORCED
) COMMENT 'Which client may do what with which account' WITH (
    {{ history('lookup') }}
);

CREATE TEMPORARY TABLE disposition_change (
    disp_id BIGINT NOT NULL,
    client_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    type STRING NOT NULL,
    {{ guarded_columns('disposition', 'disp_id') }}
) WITH (
    {{ source('disposition') }}
);

{{ ingest(
    source='disposition',
    table='lake.ods.disposition',
    events='disposition_change',
    columns=['disp_id', 'client_id', 'account_id', 'type']
) }}
