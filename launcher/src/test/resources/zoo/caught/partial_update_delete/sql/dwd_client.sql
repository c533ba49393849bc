-- Clients, written by two streams, each its columns.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.client (
    client_id BIGINT NOT NULL,
    name STRING,
    PRIMARY KEY (client_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE TABLE IF NOT EXISTS lake.ods.score (
    client_id BIGINT NOT NULL,
    score INT,
    PRIMARY KEY (client_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.client (
    client_id BIGINT NOT NULL,
    name STRING,
    score INT,
    PRIMARY KEY (client_id) NOT ENFORCED
) WITH ('bucket' = '1', 'merge-engine' = 'partial-update', 'ignore-delete' = 'true', 'changelog-producer' = 'lookup');

INSERT INTO lake.dwd.client
SELECT client_id, name, CAST(NULL AS INT) FROM lake.ods.client
UNION ALL
SELECT client_id, CAST(NULL AS STRING), score FROM lake.ods.score;
