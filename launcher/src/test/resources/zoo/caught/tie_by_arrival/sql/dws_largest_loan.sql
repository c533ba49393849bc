-- The largest loan of each district.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.loan (
    loan_id BIGINT NOT NULL,
    district_id INT NOT NULL,
    amount DECIMAL(15, 2) NOT NULL,
    PRIMARY KEY (loan_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.largest_loan (
    district_id INT NOT NULL,
    loan_id BIGINT NOT NULL,
    amount DECIMAL(15, 2) NOT NULL,
    PRIMARY KEY (district_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

INSERT INTO lake.dws.largest_loan
SELECT district_id, loan_id, amount
FROM (
    SELECT district_id, loan_id, amount, ROW_NUMBER() OVER (PARTITION BY district_id ORDER BY amount DESC) AS place
    FROM lake.dwd.loan
)
WHERE place = 1;
