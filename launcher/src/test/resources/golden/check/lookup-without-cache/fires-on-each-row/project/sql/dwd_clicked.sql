CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.clicked (
    click_id STRING NOT NULL,
    owner STRING
);

CREATE TEMPORARY TABLE customer (id INT NOT NULL, owner STRING, PRIMARY KEY (id) NOT ENFORCED) WITH (
    'connector' = 'starrocks',
    'scan-url' = '{{ var('starrocks_http_url') }}',
    'jdbc-url' = '{{ var('starrocks_jdbc_url') }}',
    'username' = '{{ var('starrocks_user') }}',
    'password' = '{{ var('starrocks_password') }}',
    'database-name' = 'ads',
    'table-name' = 'customer'
);

CREATE TEMPORARY VIEW clicks AS SELECT *, PROCTIME() AS p FROM lake.ods.click;

INSERT INTO lake.dwd.clicked
SELECT c.click_id, a.owner
FROM clicks c
LEFT JOIN customer FOR SYSTEM_TIME AS OF c.p AS a ON a.id = c.account_id;
