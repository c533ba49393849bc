-- Payments in the bank's currency.
CREATE DATABASE IF NOT EXISTS lake.dim;

CREATE TABLE IF NOT EXISTS lake.dim.rate (
    currency STRING NOT NULL,
    rate DECIMAL(10, 4) NOT NULL,
    PRIMARY KEY (currency) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.payment (
    payment_id BIGINT NOT NULL,
    amount DECIMAL(18, 2),
    PRIMARY KEY (payment_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE payment_event (
    payment_id BIGINT NOT NULL,
    currency STRING NOT NULL,
    amount DECIMAL(18, 2) NOT NULL
) WITH ({{ source('payment') }});

INSERT INTO lake.dwd.payment
SELECT p.payment_id, CAST(p.amount * r.rate AS DECIMAL(18, 2))
FROM payment_event p
LEFT JOIN lake.dim.rate r ON r.currency = p.currency;
