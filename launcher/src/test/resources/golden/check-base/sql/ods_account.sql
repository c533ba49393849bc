CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.account (
    id INT NOT NULL,
    owner STRING,
    district_id INT NOT NULL,
    amount DECIMAL(10, 2) NOT NULL,
    PRIMARY KEY (id) NOT ENFORCED
);

CREATE TEMPORARY TABLE account_change (id INT NOT NULL, owner STRING, district_id INT NOT NULL, amount DECIMAL(10, 2) NOT NULL) WITH (
    'connector' = 'kafka',
    'topic' = 'account',
    'properties.bootstrap.servers' = '{{ var('kafka') }}',
    'properties.group.id' = 'account',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'debezium-json'
);

INSERT INTO lake.ods.account SELECT id, owner, district_id, amount FROM account_change;
