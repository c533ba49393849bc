-- Clients; the birth number tells birth date and sex.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.client (
    client_id BIGINT NOT NULL,
    birth_date DATE COMMENT 'NULL where the birth number is none',
    sex STRING COMMENT 'M or F, NULL where the birth number is none',
    district_id INT COMMENT 'where the client lives',
    PRIMARY KEY (client_id) NOT ENFORCED
) COMMENT 'Clients' WITH (
    {{ history('input') }}
);

CREATE TEMPORARY FUNCTION birth_date AS 'io.elt.udf.function.BirthDate';
CREATE TEMPORARY FUNCTION birth_sex AS 'io.elt.udf.function.BirthSex';

INSERT INTO lake.dwd.client
SELECT client_id, birth_date(birth_number), birth_sex(birth_number), district_id
FROM lake.ods.client;
