INSERT INTO starrocks.ads.branch SELECT district_id, accounts FROM lake.dws.branch;
