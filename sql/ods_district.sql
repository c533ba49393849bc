-- Districts, with what the statistical office says of them: its changes as the core system's log tells them.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.district (
    district_id INT NOT NULL,
    name STRING NOT NULL,
    region STRING,
    inhabitants BIGINT,
    municipalities_under_500 INT,
    municipalities_500_2000 INT,
    municipalities_2000_10000 INT,
    municipalities_over_10000 INT,
    cities INT,
    urban_ratio DECIMAL(5, 1) COMMENT 'percent',
    average_salary INT COMMENT 'CZK',
    unemployment_95 DECIMAL(5, 2) COMMENT 'percent',
    unemployment_96 DECIMAL(5, 2) COMMENT 'percent',
    entrepreneurs_per_1000 INT,
    crimes_95 INT,
    crimes_96 INT,
    PRIMARY KEY (district_id) NOT ENFORCED
) COMMENT 'Districts, with what the statistical office says of them' WITH (
    {{ history('lookup') }}
);

CREATE TEMPORARY TABLE district_change (
    district_id INT NOT NULL,
    name STRING NOT NULL,
    region STRING,
    inhabitants BIGINT,
    municipalities_under_500 INT,
    municipalities_500_2000 INT,
    municipalities_2000_10000 INT,
    municipalities_over_10000 INT,
    cities INT,
    urban_ratio DECIMAL(5, 1),
    average_salary INT,
    unemployment_95 DECIMAL(5, 2),
    unemployment_96 DECIMAL(5, 2),
    entrepreneurs_per_1000 INT,
    crimes_95 INT,
    crimes_96 INT,
    {{ guarded_columns('district', 'district_id') }}
) WITH (
    {{ source('district') }}
);

{{ ingest(
    source='district',
    table='lake.ods.district',
    events='district_change',
    columns=['district_id', 'name', 'region', 'inhabitants', 'municipalities_under_500', 'municipalities_500_2000', 'municipalities_2000_10000', 'municipalities_over_10000', 'cities', 'urban_ratio', 'average_salary', 'unemployment_95', 'unemployment_96', 'entrepreneurs_per_1000', 'crimes_95', 'crimes_96']
) }}
