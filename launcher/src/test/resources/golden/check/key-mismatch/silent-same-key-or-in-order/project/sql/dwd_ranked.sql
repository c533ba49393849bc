CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.ranked (
    district_id INT NOT NULL,
    id INT,
    PRIMARY KEY (district_id) NOT ENFORCED
);

-- Joined by another key, but ranked by the table's at the end.
INSERT INTO lake.dwd.ranked
SELECT district_id, id
FROM (
    SELECT a.district_id, b.id, ROW_NUMBER() OVER (PARTITION BY a.district_id ORDER BY b.id) AS n
    FROM lake.ods.account a
    JOIN lake.ods.account b ON a.owner = b.owner
)
WHERE n = 1;
