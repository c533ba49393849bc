CREATE DATABASE IF NOT EXISTS ads;
CREATE TABLE IF NOT EXISTS ads.branch (
    district_id INT NOT NULL COMMENT "the branch",
    accounts BIGINT NOT NULL COMMENT 'how many'
) ENGINE = OLAP
PRIMARY KEY (district_id)
COMMENT "Per branch"
DISTRIBUTED BY HASH (district_id);
