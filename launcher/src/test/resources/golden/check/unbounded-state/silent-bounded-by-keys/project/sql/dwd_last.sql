CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.last_ (
    account_id INT NOT NULL,
    page STRING,
    PRIMARY KEY (account_id) NOT ENFORCED
);

CREATE TEMPORARY VIEW clicks AS SELECT *, PROCTIME() AS p FROM lake.ods.click;

INSERT INTO lake.dwd.last_
SELECT account_id, page
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY p DESC) AS n FROM clicks)
WHERE n = 1;
