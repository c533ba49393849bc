-- Per branch district, for analysts: what it holds, what it has lent, and how the two compare.
INSERT INTO starrocks.ads.branch
SELECT
    d.district_id,
    d.name,
    d.region,
    COALESCE(a.accounts, 0),
    COALESCE(s.credits, 0),
    COALESCE(s.debits, 0),
    COALESCE(s.balance, 0),
    COALESCE(s.transactions, 0),
    s.last_transaction,
    COALESCE(l.loans, 0),
    COALESCE(l.loans_granted, 0),
    COALESCE(l.loans_running, 0),
    COALESCE(l.loans_in_debt, 0),
    CAST(COALESCE(l.loans_granted, 0) / NULLIF(s.balance, 0) AS DECIMAL(18, 4))
FROM lake.dim.district d
LEFT JOIN (
    SELECT district_id, COUNT(*) AS accounts
    FROM lake.dws.account
    GROUP BY district_id
) a ON a.district_id = d.district_id
LEFT JOIN lake.dws.deposit s ON s.district_id = d.district_id
LEFT JOIN lake.dws.loan l ON l.district_id = d.district_id;
