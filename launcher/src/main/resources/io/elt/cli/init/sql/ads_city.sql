-- Sales per city, for analysts.
INSERT INTO starrocks.ads.city
SELECT city, orders, sales, unpaid
FROM lake.dws.city;
