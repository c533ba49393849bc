INSERT INTO starrocks.ads.branch
SELECT district_id, COUNT(*) FROM lake.ods.account GROUP BY district_id;
