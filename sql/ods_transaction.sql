-- Every transaction event as it came. The last event of a transaction counts: a correction repeats it with other
-- values, a cancellation repeats it with cancelled = true.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.`transaction` (
    trans_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    `date` STRING NOT NULL COMMENT 'yyMMdd',
    type STRING NOT NULL COMMENT 'PRIJEM credit, VYDAJ debit, VYBER debit in cash',
    operation STRING,
    amount DECIMAL(15, 2) NOT NULL COMMENT 'CZK, without sign',
    balance DECIMAL(15, 2) COMMENT 'of the account after it, CZK, as the bank rounded it',
    k_symbol STRING COMMENT 'what it was for',
    bank STRING COMMENT 'the partner''s bank',
    account STRING COMMENT 'the partner''s account',
    cancelled BOOLEAN,
    PRIMARY KEY (trans_id) NOT ENFORCED
) COMMENT 'Transaction events of the core system' WITH (
    {{ history('lookup') }}
);

CREATE TEMPORARY TABLE transaction_event (
    trans_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    `date` STRING NOT NULL,
    type STRING NOT NULL,
    operation STRING,
    amount DECIMAL(15, 2) NOT NULL,
    balance DECIMAL(15, 2),
    k_symbol STRING,
    bank STRING,
    account STRING,
    cancelled BOOLEAN,
    {{ guarded_columns('transaction', 'trans_id') }}
) WITH (
    {{ source('transaction') }}
);

CREATE TEMPORARY FUNCTION bank_date AS 'io.elt.udf.function.BankDate';

{{ ingest(
    source='transaction',
    table='lake.ods.`transaction`',
    events='transaction_event',
    columns=['trans_id', 'account_id', '`date`', 'type', 'operation', 'amount', 'balance', 'k_symbol', 'bank', 'account', 'cancelled'],
    checks={
        'type: expected PRIJEM, VYDAJ or VYBER': "type IN ('PRIJEM', 'VYDAJ', 'VYBER')",
        'date: expected an existing day as yyMMdd': 'bank_date(`date`) IS NOT NULL'
    }
) }}
