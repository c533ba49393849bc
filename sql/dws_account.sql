-- What each account holds and owes, with its owner.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.account (
    account_id BIGINT NOT NULL,
    district_id INT NOT NULL COMMENT 'the branch',
    district STRING,
    region STRING,
    statements STRING,
    opened_on DATE,
    owner_id BIGINT,
    owner_birth_date DATE,
    owner_sex STRING,
    owner_district_id INT,
    credits DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    debits DECIMAL(20, 2) NOT NULL COMMENT 'CZK, positive',
    balance DECIMAL(20, 2) NOT NULL COMMENT 'CZK, credits less debits',
    transactions BIGINT NOT NULL,
    last_transaction DATE,
    loans BIGINT NOT NULL,
    loans_granted DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    loans_running DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    loans_in_debt DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    PRIMARY KEY (account_id) NOT ENFORCED
) COMMENT 'Balance and loans per account' WITH (
    {{ history('input') }}
);

INSERT INTO lake.dws.account
SELECT
    a.account_id,
    a.district_id,
    a.district,
    a.region,
    a.statements,
    a.opened_on,
    a.owner_id,
    a.owner_birth_date,
    a.owner_sex,
    a.owner_district_id,
    COALESCE(t.credits, 0),
    COALESCE(t.debits, 0),
    COALESCE(t.credits - t.debits, 0),
    COALESCE(t.transactions, 0),
    t.last_transaction,
    COALESCE(l.loans, 0),
    COALESCE(l.loans_granted, 0),
    COALESCE(l.loans_running, 0),
    COALESCE(l.loans_in_debt, 0)
FROM lake.dwd.account a
LEFT JOIN (
    SELECT
        account_id,
        CAST(SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS DECIMAL(19, 2)) AS credits,
        CAST(SUM(CASE WHEN amount < 0 THEN -amount ELSE 0 END) AS DECIMAL(19, 2)) AS debits,
        COUNT(*) AS transactions,
        MAX(booked_on) AS last_transaction
    FROM lake.dwd.`transaction`
    GROUP BY account_id
) t ON t.account_id = a.account_id
LEFT JOIN (
    SELECT
        account_id,
        COUNT(*) AS loans,
        CAST(SUM(amount) AS DECIMAL(20, 2)) AS loans_granted,
        CAST(SUM(CASE WHEN is_running THEN amount ELSE 0 END) AS DECIMAL(20, 2)) AS loans_running,
        CAST(SUM(CASE WHEN is_in_debt THEN amount ELSE 0 END) AS DECIMAL(20, 2)) AS loans_in_debt
    FROM lake.dwd.loan
    GROUP BY account_id
) l ON l.account_id = a.account_id;
