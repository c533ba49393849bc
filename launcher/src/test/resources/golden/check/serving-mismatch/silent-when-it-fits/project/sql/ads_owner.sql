INSERT INTO starrocks.ads.owner
SELECT
    id,
    COALESCE(owner, '?'),
    CAST(amount AS DECIMAL(10, 2))
FROM lake.dwd.owner;
