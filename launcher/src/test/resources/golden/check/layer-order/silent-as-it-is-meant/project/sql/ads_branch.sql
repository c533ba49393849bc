INSERT INTO starrocks.ads.branch
SELECT b.district_id, b.accounts FROM lake.dws.branch b JOIN lake.dwd.account a ON a.id = b.district_id;
