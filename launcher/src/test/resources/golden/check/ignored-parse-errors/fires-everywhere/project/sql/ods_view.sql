CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.view_ (id INT NOT NULL, page STRING, PRIMARY KEY (id) NOT ENFORCED);

CREATE TEMPORARY TABLE view_ (id INT NOT NULL, page STRING) WITH (
    'connector' = 'kafka',
    'topic' = 'view',
    'properties.bootstrap.servers' = '{{ var('kafka') }}',
    'properties.group.id' = 'view',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'csv',
    'csv.ignore-parse-errors' = 'TRUE'
);

INSERT INTO lake.ods.view_ SELECT id, page FROM view_;
