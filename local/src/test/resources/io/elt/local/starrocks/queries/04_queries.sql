-- The queries of a dashboard over a small bank.
CREATE DATABASE IF NOT EXISTS q;
USE q;
CREATE TABLE IF NOT EXISTS district (id INT NOT NULL, name VARCHAR(30) COMMENT "of the branch", region STRING)
PRIMARY KEY (id) DISTRIBUTED BY HASH(id);
CREATE TABLE account (id BIGINT NOT NULL, district_id INT, opened DATE, balance DECIMAL(18, 2), vip BOOLEAN, `order` INT)
PRIMARY KEY (id) DISTRIBUTED BY HASH(id) BUCKETS 4 ORDER BY (id) PROPERTIES ("replication_num" = "1");
INSERT INTO district VALUES (1, 'Praha', 'Prague'), (2, 'Benesov', 'central'), (3, 'Kladno', "central"), (4, 'Empty', NULL);
INSERT INTO account VALUES (1, 1, '2020-01-15', 100.50, true, 1), (2, 1, '2020-02-15', 200, false, 2), (3, 2, '2020-02-20', NULL, false, 3), (4, 3, '2021-01-01', 50.25, NULL, 4), (5, 9, NULL, 10, true, 5);
SELECT COUNT(*), COUNT(balance), SUM(balance), AVG(balance), MIN(opened), MAX(opened), COUNT(DISTINCT district_id) FROM account;
-- > 5|4|360.75|90.1875|2020-01-15|2021-01-01|4
SELECT d.name, COUNT(a.id) n, IFNULL(SUM(a.balance), 0) total FROM district d LEFT JOIN account a ON a.district_id = d.id GROUP BY d.name ORDER BY total DESC, d.name;
-- > Praha|2|300.50
-- > Kladno|1|50.25
-- > Benesov|1|0.00
-- > Empty|0|0.00
SELECT id FROM account ORDER BY balance, id;
-- > 3
-- > 5
-- > 4
-- > 1
-- > 2
SELECT id FROM account ORDER BY balance DESC, id LIMIT 1, 2;
-- > 1
-- > 4
SELECT id FROM account ORDER BY id LIMIT 2 OFFSET 3;
-- > 4
-- > 5
WITH t AS (SELECT district_id, SUM(balance) s FROM account GROUP BY 1), r AS (SELECT *, RANK() OVER (ORDER BY s DESC) AS rnk FROM t) SELECT district_id, s, rnk FROM r WHERE rnk <= 2 ORDER BY rnk;
-- > 1|300.50|1
-- > 3|50.25|2
SELECT id, SUM(balance) OVER (PARTITION BY district_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running, LAG(id, 1) OVER (ORDER BY id) AS before, ROW_NUMBER() OVER (ORDER BY id DESC) FROM account ORDER BY id;
-- > 1|100.50|null|5
-- > 2|300.50|1|4
-- > 3|null|2|3
-- > 4|50.25|3|2
-- > 5|10.00|4|1
SELECT region, COUNT(*) c FROM district GROUP BY ROLLUP(region) ORDER BY c DESC, region;
-- > null|4
-- > central|2
-- > null|1
-- > Prague|1
SELECT DATE_TRUNC('month', opened) m, COUNT(*) FROM account WHERE opened IS NOT NULL GROUP BY m HAVING COUNT(*) > 1 ORDER BY m;
-- > 2020-02-01|2
SELECT id FROM account WHERE district_id IN (SELECT id FROM district WHERE region = 'central') AND EXISTS (SELECT 1 FROM district d WHERE d.id = account.district_id) ORDER BY 1;
-- > 3
-- > 4
SELECT id FROM account WHERE opened >= '2020-02-01' AND opened < DATE_ADD('2020-02-01', INTERVAL 1 MONTH) ORDER BY id;
-- > 2
-- > 3
SELECT 'a' AS k, 1 AS v UNION ALL SELECT 'b', 2 UNION SELECT 'b', 2 ORDER BY k;
-- > a|1
-- > b|2
SELECT id FROM account EXCEPT SELECT id FROM account WHERE vip = 1 ORDER BY id;
-- > 2
-- > 3
-- > 4
SELECT id FROM account WHERE vip;
-- > 1
-- > 5
SELECT SUM(vip), SUM(IF(vip, 1, 0)), COUNT_IF(vip), SUM(CASE WHEN balance > 50 THEN 1 ELSE 0 END) FROM account;
-- > 2|2|2|3
SELECT GROUP_CONCAT(name ORDER BY name SEPARATOR '; '), GROUP_CONCAT(DISTINCT region ORDER BY region) FROM district WHERE region IS NOT NULL;
-- > Benesov; Kladno; Praha|Prague,central
SELECT a.`order`, d.name FROM account a INNER JOIN district d ON a.district_id = d.id WHERE a.`order` = 1;
-- > 1|Praha
SELECT q.account.id, account.balance FROM q.account WHERE q.account.id = 2;
-- > 2|200.00
SELECT d.name, x.n FROM district d JOIN [BROADCAST] (SELECT district_id, COUNT(*) n FROM account GROUP BY district_id) x ON x.district_id = d.id ORDER BY 1;
-- > Benesov|1
-- > Kladno|1
-- > Praha|2
SELECT MAX_BY(id, balance), MIN_BY(id, balance), ANY_VALUE(1), STDDEV(balance) > 0, NDV(id), MULTI_DISTINCT_COUNT(district_id) FROM account;
-- > 2|5|1|1|5|4
SELECT district_id, balance / 3 AS third, balance * 2, balance + 1, -balance FROM account WHERE id = 4;
-- > 3|16.75|100.50|51.25|-50.25
SELECT balance / 0, balance / NULL FROM account WHERE id = 1;
-- > null|null
SELECT id, district_id FROM account WHERE (id, district_id) IN ((1, 1), (2, 5));
-- > 1|1
SELECT COUNT(*) FROM account a, district d WHERE a.district_id = d.id;
-- > 4
SELECT a.id, d.id FROM account a FULL OUTER JOIN district d ON a.district_id = d.id WHERE a.id IS NULL OR d.id IS NULL ORDER BY 1;
-- > null|4
-- > 5|null
SELECT * FROM account WHERE id = 99;
SELECT nothing FROM account;
-- ! Getting analyzing error
SELECT * FROM no_such_table;
-- ! Unknown table 'q.no_such_table'
SELECT NO_SUCH_FUNCTION(1);
-- ! not supported by the embedded StarRocks: the function
SELECT FROM account WHERE;
-- ! Getting syntax error
SELECT id, CASE WHEN vip THEN 'VIP' ELSE 'no' END AS vip FROM account WHERE id < 5 HAVING vip = 'no' ORDER BY balance LIMIT 2;
-- > 3|no
-- > 4|no
SELECT COUNT(DISTINCT district_id, vip), COUNT(DISTINCT id) ids FROM account;
-- > 4|5
SELECT d.name name, d.region `the region`, d.id 'max', d.id + 1 share FROM district d ORDER BY name LIMIT 1;
-- > Benesov|central|2|3
SELECT CASE WHEN vip THEN 1 ELSE 0 END vip, opened + INTERVAL 1 DAY next, opened + INTERVAL 1 DAY FROM account WHERE id = 1;
-- > 1|2020-01-16 00:00:00|2020-01-16 00:00:00
SELECT CAST('20240305' AS DATE), CAST(20240305 AS DATE), CAST('2024-03-05 10:00:00' AS DATE), CAST('x' AS DATE), DATE '2024-03-05', TIMESTAMP('2024-03-05');
-- > 2024-03-05|2024-03-05|2024-03-05|null|2024-03-05|2024-03-05 00:00:00
