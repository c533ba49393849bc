-- What each account holds.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.booking (
    booking_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    booked_on DATE NOT NULL,
    amount DECIMAL(15, 2) NOT NULL,
    PRIMARY KEY (booking_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.balance (
    account_id BIGINT NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    PRIMARY KEY (account_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

SET 'table.exec.state.ttl' = '7 d';

INSERT INTO lake.dws.balance
SELECT account_id, CAST(SUM(amount) AS DECIMAL(18, 2))
FROM lake.dwd.booking
GROUP BY account_id;
