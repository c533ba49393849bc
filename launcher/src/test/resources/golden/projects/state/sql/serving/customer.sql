CREATE TABLE ads.customer (
    customer_id BIGINT NOT NULL, name VARCHAR(100) NULL, paid DECIMAL(20, 2) NULL, orders BIGINT NULL, statuses BIGINT NULL
) PRIMARY KEY (customer_id) DISTRIBUTED BY HASH (customer_id);
CREATE TABLE ads.big_order (order_id BIGINT NOT NULL, amount DECIMAL(20, 2) NULL, clicks BIGINT NULL)
PRIMARY KEY (order_id) DISTRIBUTED BY HASH (order_id);
