-- Average and total of the measured weights; floating sums depend on their order in the last digits.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.weighing (
    weighing_id BIGINT NOT NULL,
    site_id INT NOT NULL,
    weight DOUBLE NOT NULL,
    PRIMARY KEY (weighing_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.weight (
    site_id INT NOT NULL,
    total DOUBLE NOT NULL,
    average DOUBLE NOT NULL,
    PRIMARY KEY (site_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

INSERT INTO lake.dws.weight
SELECT site_id, SUM(weight), AVG(weight)
FROM lake.dwd.weighing
GROUP BY site_id;
