-- Loans: its changes as the core system's log tells them.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.loan (
    loan_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    `date` STRING COMMENT 'yyMMdd of the grant',
    amount DECIMAL(15, 2) NOT NULL COMMENT 'CZK',
    duration INT COMMENT 'months',
    payments DECIMAL(15, 2) COMMENT 'CZK a month',
    status STRING NOT NULL COMMENT 'A finished ok, B finished unpaid, C running ok, D running in debt',
    PRIMARY KEY (loan_id) NOT ENFORCED
) COMMENT 'Loans' WITH (
    {{ history('lookup') }}
);

CREATE TEMPORARY TABLE loan_change (
    loan_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    `date` STRING,
    amount DECIMAL(15, 2) NOT NULL,
    duration INT,
    payments DECIMAL(15, 2),
    status STRING NOT NULL,
    {{ guarded_columns('loan', 'loan_id') }}
) WITH (
    {{ source('loan') }}
);

{{ ingest(
    source='loan',
    table='lake.ods.loan',
    events='loan_change',
    columns=['loan_id', 'account_id', '`date`', 'amount', 'duration', 'payments', 'status']
) }}
