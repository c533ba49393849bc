-- The running total of each account.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.total (
    booking_id BIGINT NOT NULL,
    total DECIMAL(18, 2) NOT NULL,
    PRIMARY KEY (booking_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE TEMPORARY TABLE booking (
    booking_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    amount DECIMAL(15, 2) NOT NULL,
    booked_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR booked_at AS booked_at - INTERVAL '1' DAY
) WITH ({{ source('booking') }});

INSERT INTO lake.dwd.total
SELECT booking_id, CAST(SUM(amount) OVER (
    PARTITION BY account_id ORDER BY booked_at RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DECIMAL(18, 2))
FROM booking;
