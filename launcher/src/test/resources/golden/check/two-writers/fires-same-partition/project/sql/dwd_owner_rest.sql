INSERT INTO lake.dwd.owner PARTITION (kind = 'a') SELECT id, owner FROM lake.ods.account WHERE district_id >= 10;
