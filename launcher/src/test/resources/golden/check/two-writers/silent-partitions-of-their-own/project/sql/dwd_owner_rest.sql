INSERT INTO lake.dwd.owner PARTITION (kind = 'b') SELECT id, owner FROM lake.ods.account WHERE district_id >= 10;
