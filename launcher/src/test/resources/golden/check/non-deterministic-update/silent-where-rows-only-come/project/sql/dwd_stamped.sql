CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.stamped (
    id INT NOT NULL,
    loaded_at TIMESTAMP_LTZ(3),
    PRIMARY KEY (id) NOT ENFORCED
);

-- The row is found by its key.
INSERT INTO lake.dwd.stamped SELECT id, CURRENT_TIMESTAMP FROM lake.ods.account;
