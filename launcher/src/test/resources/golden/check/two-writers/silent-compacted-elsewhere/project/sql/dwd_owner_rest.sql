INSERT INTO lake.dwd.owner SELECT id, owner FROM lake.ods.account WHERE district_id >= 10;
