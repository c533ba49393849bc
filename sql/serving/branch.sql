CREATE DATABASE IF NOT EXISTS ads;

CREATE TABLE IF NOT EXISTS ads.branch (
    district_id INT NOT NULL,
    district VARCHAR(100) NOT NULL,
    region VARCHAR(100) NULL,
    accounts BIGINT NOT NULL,
    credits DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    debits DECIMAL(20, 2) NOT NULL COMMENT "CZK, positive",
    deposits DECIMAL(20, 2) NOT NULL COMMENT "CZK, credits less debits",
    transactions BIGINT NOT NULL,
    last_transaction DATE NULL,
    loans BIGINT NOT NULL,
    loans_granted DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    loans_running DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    loans_in_debt DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    loan_to_deposit DECIMAL(18, 4) NULL COMMENT "granted loans by deposits, NULL without deposits"
) ENGINE = OLAP
PRIMARY KEY (district_id)
COMMENT "What each branch holds and has lent"
DISTRIBUTED BY HASH (district_id) BUCKETS 1
PROPERTIES ("replication_num" = "1");
