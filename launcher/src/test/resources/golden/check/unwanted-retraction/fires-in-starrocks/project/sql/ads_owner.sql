INSERT INTO starrocks.ads.owner SELECT id, owner FROM lake.dwd.owner;
