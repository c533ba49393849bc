-- What the dashboard shows: the cities and how much of all sales each has.
CREATE OR REPLACE VIEW ads.v_city AS
SELECT
    city,
    orders,
    sales,
    unpaid,
    CAST(100 * sales / SUM(sales) OVER () AS DECIMAL(5, 2)) AS percent
FROM ads.city;
