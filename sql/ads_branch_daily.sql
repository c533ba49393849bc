-- Per branch district and day, for the curves of a dashboard.
INSERT INTO starrocks.ads.branch_daily
SELECT district_id, booked_on, credits, debits, deposits, transactions
FROM lake.dws.deposit_daily;
