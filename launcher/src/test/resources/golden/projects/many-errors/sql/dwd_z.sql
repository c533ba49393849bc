INSERT INTO lake.dwd.x SELECT id, amount FROM lake.ods.a;
INSERT INTO lake.dwd.x SELECT id, name FROM lake.ods.a;
INSERT INTO lake.dwd.x SELECT id FROM lake.ods.a;
