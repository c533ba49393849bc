-- Where each parcel is.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.parcel (
    parcel_id BIGINT NOT NULL,
    status STRING NOT NULL,
    changed_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (parcel_id) NOT ENFORCED
) WITH ('bucket' = '1', 'sequence.field' = 'changed_at', 'changelog-producer' = 'lookup');

CREATE TEMPORARY TABLE sent (
    parcel_id BIGINT NOT NULL,
    sent_at TIMESTAMP(3) NOT NULL
) WITH ({{ source('sent') }});

CREATE TEMPORARY TABLE delivered (
    parcel_id BIGINT NOT NULL,
    delivered_at TIMESTAMP(3) NOT NULL
) WITH ({{ source('delivered') }});

INSERT INTO lake.dwd.parcel
SELECT parcel_id, 'sent', sent_at FROM sent
UNION ALL
SELECT parcel_id, 'delivered', delivered_at FROM delivered;
