CREATE OR REPLACE VIEW ads.v_region_asset_liability AS
SELECT
    region,
    COUNT(*) AS branches,
    SUM(accounts) AS accounts,
    SUM(deposits) AS deposits,
    SUM(loans_granted) AS loans_granted,
    SUM(loans_in_debt) AS loans_in_debt,
    CAST(SUM(loans_granted) / NULLIF(SUM(deposits), 0) AS DECIMAL(18, 4)) AS loan_to_deposit
FROM ads.branch
GROUP BY region;
