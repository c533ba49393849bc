-- Loans with their status in words.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.loan (
    loan_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    granted_on DATE,
    amount DECIMAL(15, 2) NOT NULL COMMENT 'CZK',
    months INT,
    payment DECIMAL(15, 2) COMMENT 'CZK a month',
    status STRING NOT NULL,
    is_running BOOLEAN NOT NULL COMMENT 'not yet finished',
    is_in_debt BOOLEAN NOT NULL COMMENT 'running, and the client is in debt',
    PRIMARY KEY (loan_id) NOT ENFORCED
) COMMENT 'Loans' WITH (
    {{ history('input') }}
);

CREATE TEMPORARY FUNCTION bank_date AS 'io.elt.udf.function.BankDate';

INSERT INTO lake.dwd.loan
SELECT
    loan_id,
    account_id,
    bank_date(`date`),
    amount,
    duration,
    payments,
    {{ translate('status', {
        'A': 'finished, paid',
        'B': 'finished, not paid',
        'C': 'running, fine',
        'D': 'running, in debt'
    }) }},
    status IN ('C', 'D'),
    status = 'D'
FROM lake.ods.loan;
