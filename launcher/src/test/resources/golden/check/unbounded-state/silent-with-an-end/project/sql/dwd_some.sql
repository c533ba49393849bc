CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.some_ (
    day_ DATE NOT NULL,
    rows_ BIGINT NOT NULL,
    PRIMARY KEY (day_) NOT ENFORCED
);

-- There is an end to these rows.
CREATE TEMPORARY TABLE few (day_ DATE NOT NULL) WITH ('connector' = 'datagen', 'number-of-rows' = '10');

INSERT INTO lake.dwd.some_ SELECT day_, COUNT(*) FROM few GROUP BY day_;
