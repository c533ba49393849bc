{{ config(job='customers') }}
INSERT INTO starrocks.ads.big_order
SELECT /*+ STATE_TTL('o' = '7 d', 'c' = '90 min') */ o.order_id, o.amount, c.clicks
FROM lake.ods.`order` o JOIN lake.dwd.click c ON c.customer_id = o.customer_id AND c.clicks > o.amount;
