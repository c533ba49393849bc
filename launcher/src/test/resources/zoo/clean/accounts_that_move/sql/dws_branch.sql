-- What each branch holds, and how many clients it has.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    account_id BIGINT NOT NULL,
    branch_id INT NOT NULL,
    client_id BIGINT NOT NULL,
    PRIMARY KEY (account_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TABLE IF NOT EXISTS lake.dwd.booking (
    booking_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    amount DECIMAL(15, 2) NOT NULL,
    PRIMARY KEY (booking_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.branch (
    branch_id INT NOT NULL,
    clients BIGINT NOT NULL,
    amount DECIMAL(18, 2),
    PRIMARY KEY (branch_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

INSERT INTO lake.dws.branch
SELECT a.branch_id, COUNT(DISTINCT a.client_id), CAST(SUM(b.amount) AS DECIMAL(18, 2))
FROM lake.dwd.account a
LEFT JOIN lake.dwd.booking b ON b.account_id = a.account_id
GROUP BY a.branch_id;
