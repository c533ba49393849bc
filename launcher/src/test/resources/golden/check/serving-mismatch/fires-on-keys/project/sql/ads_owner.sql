INSERT INTO starrocks.ads.owner SELECT owner, id, amount FROM lake.dwd.owner;
