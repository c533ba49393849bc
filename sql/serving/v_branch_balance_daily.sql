-- The balance of each branch at the end of each day on which something happened.
CREATE OR REPLACE VIEW ads.v_branch_balance_daily AS
SELECT
    d.district_id,
    b.district,
    d.booked_on,
    d.deposits,
    SUM(d.deposits) OVER (PARTITION BY d.district_id ORDER BY d.booked_on) AS balance
FROM ads.branch_daily d
JOIN ads.branch b ON b.district_id = d.district_id;
