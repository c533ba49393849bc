CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.pages (
    account_id INT NOT NULL,
    clicks BIGINT NOT NULL,
    PRIMARY KEY (account_id) NOT ENFORCED
);

-- As many groups as accounts.
INSERT INTO lake.dwd.pages SELECT account_id, COUNT(*) FROM lake.ods.click GROUP BY account_id;
