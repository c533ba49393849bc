-- Payments in the bank's currency.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.payment (
    payment_id BIGINT NOT NULL,
    amount DECIMAL(18, 2),
    PRIMARY KEY (payment_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE rate_change (
    currency STRING NOT NULL,
    rate DECIMAL(10, 4) NOT NULL,
    changed_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR changed_at AS changed_at - INTERVAL '1' HOUR,
    PRIMARY KEY (currency) NOT ENFORCED
) WITH ({{ source('rate') }});

CREATE TEMPORARY TABLE payment_event (
    payment_id BIGINT NOT NULL,
    currency STRING NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    paid_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR paid_at AS paid_at - INTERVAL '1' HOUR
) WITH ({{ source('payment') }});

INSERT INTO lake.dwd.payment
SELECT p.payment_id, CAST(p.amount * r.rate AS DECIMAL(18, 2))
FROM payment_event p
LEFT JOIN rate_change FOR SYSTEM_TIME AS OF p.paid_at AS r ON r.currency = p.currency;
