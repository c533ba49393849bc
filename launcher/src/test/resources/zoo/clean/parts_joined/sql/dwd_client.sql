-- Clients, of two streams.
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
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

INSERT INTO lake.dwd.client
SELECT c.client_id, c.name, s.score
FROM lake.ods.client c
LEFT JOIN lake.ods.score s ON s.client_id = c.client_id;
