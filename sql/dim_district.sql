-- The districts, which are the bank's branches and where its clients live.
CREATE DATABASE IF NOT EXISTS lake.dim;

CREATE TABLE IF NOT EXISTS lake.dim.district (
    district_id INT NOT NULL,
    name STRING NOT NULL,
    region STRING,
    inhabitants BIGINT,
    urban_ratio DECIMAL(5, 1) COMMENT 'percent',
    average_salary INT COMMENT 'CZK',
    unemployment_95 DECIMAL(5, 2) COMMENT 'percent',
    unemployment_96 DECIMAL(5, 2) COMMENT 'percent',
    crimes_95 INT,
    crimes_96 INT,
    PRIMARY KEY (district_id) NOT ENFORCED
) COMMENT 'Branch districts' WITH (
    {{ history('input') }}
);

INSERT INTO lake.dim.district
SELECT district_id, name, region, inhabitants, urban_ratio, average_salary, unemployment_95, unemployment_96, crimes_95, crimes_96
FROM lake.ods.district;
