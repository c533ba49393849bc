-- Loans per branch: by day of the grant, and as a balance.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.loan (
    district_id INT NOT NULL COMMENT 'the branch',
    loans BIGINT NOT NULL,
    loans_granted DECIMAL(20, 2) NOT NULL COMMENT 'CZK, all loans ever granted',
    loans_running DECIMAL(20, 2) NOT NULL COMMENT 'CZK, of these not yet finished',
    loans_in_debt DECIMAL(20, 2) NOT NULL COMMENT 'CZK, of these running in debt',
    PRIMARY KEY (district_id) NOT ENFORCED
) COMMENT 'Loans per branch' WITH (
    {{ history('input') }}
);

CREATE TABLE IF NOT EXISTS lake.dws.loan_daily (
    district_id INT NOT NULL COMMENT 'the branch',
    granted_on DATE NOT NULL,
    loans BIGINT NOT NULL,
    granted DECIMAL(20, 2) NOT NULL COMMENT 'CZK',
    PRIMARY KEY (district_id, granted_on) NOT ENFORCED
) COMMENT 'Loans per branch and day of the grant' WITH (
    {{ history('input') }}
);

CREATE TEMPORARY VIEW branch_loan AS
SELECT a.district_id, l.granted_on, l.amount, l.is_running, l.is_in_debt
FROM lake.dwd.loan l
JOIN lake.dwd.account a ON a.account_id = l.account_id;

INSERT INTO lake.dws.loan
SELECT
    district_id,
    COUNT(*),
    CAST(SUM(amount) AS DECIMAL(20, 2)),
    CAST(SUM(CASE WHEN is_running THEN amount ELSE 0 END) AS DECIMAL(20, 2)),
    CAST(SUM(CASE WHEN is_in_debt THEN amount ELSE 0 END) AS DECIMAL(20, 2))
FROM branch_loan
GROUP BY district_id;

INSERT INTO lake.dws.loan_daily
SELECT district_id, granted_on, COUNT(*), CAST(SUM(amount) AS DECIMAL(20, 2))
FROM branch_loan
WHERE granted_on IS NOT NULL
GROUP BY district_id, granted_on;
