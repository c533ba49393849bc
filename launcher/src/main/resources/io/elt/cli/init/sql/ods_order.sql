-- Every order as it came. Of several events of one order the one with the latest changed_at counts, in whatever order they arrive.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.`order` (
    order_id BIGINT NOT NULL,
    city STRING NOT NULL,
    amount DECIMAL(10, 2) NOT NULL COMMENT 'EUR',
    status STRING NOT NULL COMMENT 'placed, paid or cancelled',
    changed_at TIMESTAMP_LTZ(3) NOT NULL,
    PRIMARY KEY (order_id) NOT ENFORCED
) COMMENT 'Orders of the shop' WITH (
    'sequence.field' = 'changed_at',
    {{ history('lookup') }}
);

CREATE TABLE IF NOT EXISTS lake.ods.quarantine (
    source STRING NOT NULL COMMENT 'the source it came from, as elt.yaml names it',
    digest STRING NOT NULL COMMENT 'MD5 of the record: one that comes twice is here once',
    reason STRING NOT NULL COMMENT 'why it is not in the warehouse',
    payload STRING COMMENT 'the record as it came',
    PRIMARY KEY (source, digest) NOT ENFORCED
) COMMENT 'Records that could not be taken over, whole, with the reason' WITH (
    {{ history('none') }}
);

CREATE TEMPORARY TABLE order_event (
    order_id BIGINT NOT NULL,
    city STRING NOT NULL,
    amount DECIMAL(10, 2) NOT NULL,
    status STRING NOT NULL,
    changed_at TIMESTAMP_LTZ(3) NOT NULL,
    _error STRING,
    _raw BYTES
) WITH (
    {{ source('order', {'guarded.json.timestamp-format.standard': 'ISO-8601'}) }}
);

CREATE TEMPORARY VIEW order_checked AS
SELECT
    *,
    CASE
        WHEN _error IS NOT NULL THEN _error
        WHEN amount <= 0 THEN 'amount: expected more than 0'
        WHEN status NOT IN ('placed', 'paid', 'cancelled') THEN 'status: expected placed, paid or cancelled'
    END AS reason
FROM order_event;

INSERT INTO lake.ods.`order`
SELECT order_id, city, amount, status, changed_at
FROM order_checked
WHERE reason IS NULL;

INSERT INTO lake.ods.quarantine
SELECT 'order', MD5(DECODE(_raw, 'UTF-8')), reason, DECODE(_raw, 'UTF-8')
FROM order_checked
WHERE reason IS NOT NULL;
