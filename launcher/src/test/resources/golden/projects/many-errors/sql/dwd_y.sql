CREATE TEMPORARY VIEW v AS SELECT id, SUMM(amount) AS s FROM lake.ods.a GROUP BY id;
INSERT INTO lake.dwd.x SELECT id, s FROM v;
INSERT INTO lake.dwd.x SELECT id, {{ money('amount') }} FROM lake.ods.a;
INSERT INTO lake.dwd.x SELECT id, {{ money('amount') }} FROM lake.ods.a;
INSERT INTO lake.dwd.x SELECT id, name + 1 FORM lake.ods.a;
