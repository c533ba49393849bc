-- Clients: its changes as the core system's log tells them.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.client (
    client_id BIGINT NOT NULL,
    birth_number STRING COMMENT 'yyMMdd, for women the month + 50',
    district_id INT COMMENT 'where the client lives',
    PRIMARY KEY (client_id) NOT ENFORCED
) COMMENT 'Clients' WITH (
    {{ history('lookup') }}
);

CREATE TEMPORARY TABLE client_change (
    client_id BIGINT NOT NULL,
    birth_number STRING,
    district_id INT,
    {{ guarded_columns('client', 'client_id') }}
) WITH (
    {{ source('client') }}
);

{{ ingest(
    source='client',
    table='lake.ods.client',
    events='client_change',
    columns=['client_id', 'birth_number', 'district_id']
) }}
