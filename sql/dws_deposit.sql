-- Deposits (credits less debits) per branch: by day, and as a balance. An account that moves takes its whole history
-- along, because its days are joined with where it is now.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.deposit (
    district_id INT NOT NULL COMMENT 'the branch',
    credits DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    debits DECIMAL(20, 2) NOT NULL COMMENT 'CZK, positive',
    balance DECIMAL(20, 2) NOT NULL COMMENT 'CZK, credits less debits',
    transactions BIGINT NOT NULL,
    last_transaction DATE NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
) COMMENT 'Deposits per branch' WITH (
    {{ history('input') }}
);

CREATE TABLE IF NOT EXISTS lake.dws.deposit_daily (
    district_id INT NOT NULL COMMENT 'the branch',
    booked_on DATE NOT NULL,
    credits DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    debits DECIMAL(20, 2) NOT NULL COMMENT 'CZK, positive',
    deposits DECIMAL(20, 2) NOT NULL COMMENT 'CZK, credits less debits of the day',
    transactions BIGINT NOT NULL,
    PRIMARY KEY (district_id, booked_on) NOT ENFORCED
) COMMENT 'Deposits per branch and day' WITH (
    {{ history('input') }}
);

-- Per account and day first: a move then touches the account's days, not each of its transactions.
CREATE TEMPORARY VIEW account_day AS
SELECT
    account_id,
    booked_on,
    SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS credits,
    SUM(CASE WHEN amount < 0 THEN -amount ELSE 0 END) AS debits,
    COUNT(*) AS transactions
FROM lake.dwd.`transaction`
GROUP BY account_id, booked_on;

CREATE TEMPORARY VIEW branch_day AS
SELECT
    a.district_id,
    d.booked_on,
    SUM(d.credits) AS credits,
    SUM(d.debits) AS debits,
    SUM(d.transactions) AS transactions
FROM account_day d
JOIN lake.dwd.account a ON a.account_id = d.account_id
GROUP BY a.district_id, d.booked_on;

INSERT INTO lake.dws.deposit_daily
SELECT
    district_id,
    booked_on,
    CAST(credits AS DECIMAL(20, 2)),
    CAST(debits AS DECIMAL(20, 2)),
    CAST(credits - debits AS DECIMAL(20, 2)),
    transactions
FROM branch_day;

INSERT INTO lake.dws.deposit
SELECT
    district_id,
    CAST(SUM(credits) AS DECIMAL(20, 2)),
    CAST(SUM(debits) AS DECIMAL(20, 2)),
    CAST(SUM(credits) - SUM(debits) AS DECIMAL(20, 2)),
    SUM(transactions),
    MAX(booked_on)
FROM branch_day
GROUP BY district_id;
