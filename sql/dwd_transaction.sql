-- Transactions, typed and signed: a credit is positive, a debit negative. Cancelled ones are gone.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.`transaction` (
    trans_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    booked_on DATE NOT NULL,
    direction STRING NOT NULL COMMENT 'credit or debit',
    operation STRING COMMENT 'how the money moved',
    amount DECIMAL(15, 2) NOT NULL COMMENT 'CZK, debits negative',
    balance DECIMAL(15, 2) COMMENT 'of the account after it, CZK, as the bank rounded it',
    purpose STRING,
    partner_bank STRING,
    partner_account STRING,
    PRIMARY KEY (trans_id) NOT ENFORCED
) COMMENT 'Transactions that stand' WITH (
    {{ history('input') }}
);

CREATE TEMPORARY FUNCTION bank_date AS 'io.elt.udf.function.BankDate';

INSERT INTO lake.dwd.`transaction`
SELECT
    trans_id,
    account_id,
    bank_date(`date`),
    CASE WHEN type = 'PRIJEM' THEN 'credit' ELSE 'debit' END,
    {{ translate('operation', {
        'VKLAD': 'cash deposit',
        'VYBER': 'cash withdrawal',
        'VYBER KARTOU': 'card withdrawal',
        'PREVOD Z UCTU': 'transfer from another bank',
        'PREVOD NA UCET': 'transfer to another bank'
    }) }},
    CAST(CASE WHEN type = 'PRIJEM' THEN amount ELSE -amount END AS DECIMAL(15, 2)),
    balance,
    {{ translate('k_symbol', {
        'POJISTNE': 'insurance',
        'SLUZBY': 'statement fee',
        'UROK': 'interest',
        'SANKC. UROK': 'penalty interest',
        'SIPO': 'household',
        'DUCHOD': 'pension',
        'UVER': 'loan payment'
    }) }},
    NULLIF(TRIM(bank), ''),
    NULLIF(TRIM(account), '')
FROM lake.ods.`transaction`
WHERE cancelled IS NOT TRUE;
