-- Visits per minute.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.visit_minute (
    started_at TIMESTAMP(3) NOT NULL,
    visits BIGINT NOT NULL,
    PRIMARY KEY (started_at) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE visit (
    visit_id BIGINT NOT NULL,
    visited_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR visited_at AS visited_at - INTERVAL '30' SECOND
) WITH ({{ source('visit') }});

INSERT INTO lake.dws.visit_minute
SELECT window_start, COUNT(*)
FROM TABLE(TUMBLE(TABLE visit, DESCRIPTOR(visited_at), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
