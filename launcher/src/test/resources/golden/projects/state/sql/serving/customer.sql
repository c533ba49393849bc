CREATE TABLE ads.customer (
    customer_id BIGINT NOT NULL, name VARCHAR(100) NULL, paid DECIMAL(20, 2) NULL, orders BIGINT NULL, statuses BIGINT NULL
) PRIMARY KEY (customer_id) DISTRIBUTED BY HASH (customer_id);
CREATE TABLE ads.big_order (order_id BIGINT NOT NULL, amount DECIMAL(20, 2) NULL, clicks BIGINT NULL)
PRIMARY KEY (order_id) DISTRIBUTED BY HASH (order_id);
CREATE VIEW ads.v_best (customer, `of all` COMMENT "rank") AS
SELECT name AS "name", rank() OVER (ORDER BY paid DESC) FROM ads.customer WHERE status_of(paid) <> "none";
CREATE VIEW ads.v_strange AS SELECT a -> 'b' FROM ads.elsewhere;
