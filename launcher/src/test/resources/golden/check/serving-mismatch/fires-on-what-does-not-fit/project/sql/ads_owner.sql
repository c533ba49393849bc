INSERT INTO starrocks.ads.owner
SELECT
    id,
    CAST(owner AS VARCHAR(20)),
    amount
FROM lake.dwd.owner;
