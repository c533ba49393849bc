CREATE DATABASE IF NOT EXISTS ads;

CREATE TABLE IF NOT EXISTS ads.city (
    city VARCHAR(100) NOT NULL,
    orders BIGINT NOT NULL,
    sales DECIMAL(20, 2) NOT NULL COMMENT "EUR",
    unpaid DECIMAL(20, 2) NOT NULL COMMENT "EUR, the part of sales that is not paid yet"
) ENGINE = OLAP
PRIMARY KEY (city)
COMMENT "Sales per city"
DISTRIBUTED BY HASH (city) BUCKETS 1
PROPERTIES ("replication_num" = "1");
