-- Short names mean the same table.
USE CATALOG lake;
INSERT INTO dwd.owner SELECT id, owner FROM ods.account WHERE district_id >= 10;
