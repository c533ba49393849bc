CREATE TEMPORARY TABLE event (id INT, kind STRING, amount DECIMAL(10, 2), happened TIMESTAMP(3)) WITH ({{ source('event') }});
CREATE TEMPORARY TABLE dws_total (kind STRING, amount DECIMAL(38, 2), events BIGINT) WITH ('connector' = 'print');

INSERT INTO dws_total
SELECT a.kind, SUM(CASE WHEN a.amount > 0 THEN a.amount ELSE 0 END), COUNT(*)
FROM event AS a LEFT JOIN event AS b ON a.id = b.id
GROUP BY a.kind;
