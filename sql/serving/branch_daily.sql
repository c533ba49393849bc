CREATE DATABASE IF NOT EXISTS ads;

CREATE TABLE IF NOT EXISTS ads.branch_daily (
    district_id INT NOT NULL,
    booked_on DATE NOT NULL,
    credits DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    debits DECIMAL(20, 2) NOT NULL COMMENT "CZK, positive",
    deposits DECIMAL(20, 2) NOT NULL COMMENT "CZK, credits less debits of the day",
    transactions BIGINT NOT NULL
) ENGINE = OLAP
PRIMARY KEY (district_id, booked_on)
COMMENT "Deposits of each branch by day"
DISTRIBUTED BY HASH (district_id) BUCKETS 4
PROPERTIES ("replication_num" = "1");
