CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    id INT NOT NULL,
    district_id INT NOT NULL,
    PRIMARY KEY (id) NOT ENFORCED
);

-- lake.dws.branch is not read here, only named: a layer may read its own, and dimensions.
INSERT INTO lake.dwd.account SELECT a.id, d.district_id FROM lake.ods.account a JOIN lake.dim.account d ON d.id = a.id;
