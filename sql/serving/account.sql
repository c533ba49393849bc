CREATE DATABASE IF NOT EXISTS ads;

CREATE TABLE IF NOT EXISTS ads.account (
    account_id BIGINT NOT NULL,
    district_id INT NOT NULL COMMENT "the branch",
    district VARCHAR(100) NULL,
    region VARCHAR(100) NULL,
    statements VARCHAR(50) NULL COMMENT "when statements are issued",
    opened_on DATE NULL,
    owner_id BIGINT NULL,
    owner_birth_date DATE NULL,
    owner_sex VARCHAR(1) NULL,
    owner_district_id INT NULL COMMENT "where the owner lives",
    credits DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    debits DECIMAL(20, 2) NOT NULL COMMENT "CZK, positive",
    balance DECIMAL(20, 2) NOT NULL COMMENT "CZK, credits less debits",
    transactions BIGINT NOT NULL,
    last_transaction DATE NULL,
    loans BIGINT NOT NULL,
    loans_granted DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    loans_running DECIMAL(20, 2) NOT NULL COMMENT "CZK",
    loans_in_debt DECIMAL(20, 2) NOT NULL COMMENT "CZK"
) ENGINE = OLAP
PRIMARY KEY (account_id)
COMMENT "What each account holds and owes, with its owner"
DISTRIBUTED BY HASH (account_id) BUCKETS 4
PROPERTIES ("replication_num" = "1");
