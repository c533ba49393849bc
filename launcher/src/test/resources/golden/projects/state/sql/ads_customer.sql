{{ config(job='customers', tags=['daily']) }}
INSERT INTO starrocks.ads.customer
SELECT o.customer_id, u.name, o.paid, o.orders, o.statuses
FROM (
    SELECT customer_id, SUM(amount) AS paid, COUNT(*) AS orders, COUNT(DISTINCT status) AS statuses
    FROM lake.ods.`order` GROUP BY customer_id
) o
LEFT JOIN lake.ods.customer u ON u.customer_id = o.customer_id;
