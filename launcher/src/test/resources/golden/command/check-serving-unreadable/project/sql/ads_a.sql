INSERT INTO starrocks.ads.a SELECT id FROM lake.ods.a;
INSERT INTO starrocks.ads.a SELECT idd FROM lake.ods.a;
