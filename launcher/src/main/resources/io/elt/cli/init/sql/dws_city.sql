-- Sales per city. When an order moves to another city or is cancelled, its share moves along.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.city (
    city STRING NOT NULL,
    orders BIGINT NOT NULL,
    sales DECIMAL(20, 2) NOT NULL COMMENT 'EUR',
    unpaid DECIMAL(20, 2) NOT NULL COMMENT 'EUR, the part of sales that is not paid yet',
    PRIMARY KEY (city) NOT ENFORCED
) COMMENT 'Sales per city' WITH (
    {{ history('input') }}
);

INSERT INTO lake.dws.city
SELECT
    city,
    COUNT(*),
    CAST(SUM(amount) AS DECIMAL(20, 2)),
    CAST(SUM(CASE WHEN paid THEN 0 ELSE amount END) AS DECIMAL(20, 2))
FROM lake.dwd.`order`
GROUP BY city;
