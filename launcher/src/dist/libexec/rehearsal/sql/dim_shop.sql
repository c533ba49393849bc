CREATE DATABASE IF NOT EXISTS lake.dim;
CREATE TABLE IF NOT EXISTS lake.dim.shop (
    shop_id INT NOT NULL, kinds BIGINT NOT NULL, PRIMARY KEY (shop_id) NOT ENFORCED
) WITH ({{ history('input') }});

INSERT INTO lake.dim.shop
SELECT shop_id, COUNT(DISTINCT kind) FROM lake.ods.event WHERE shop_id > {{ var('least') }} GROUP BY shop_id;
