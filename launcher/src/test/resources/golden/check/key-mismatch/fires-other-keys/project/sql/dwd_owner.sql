CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    owner STRING NOT NULL,
    id INT NOT NULL,
    PRIMARY KEY (owner) NOT ENFORCED
);

-- Several accounts of one owner become one row; when one of them goes, the row goes.
INSERT INTO lake.dwd.owner SELECT owner, id FROM lake.ods.account WHERE owner IS NOT NULL;
