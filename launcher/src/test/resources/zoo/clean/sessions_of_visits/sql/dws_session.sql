-- Sessions: visits of a user that are at most ten minutes apart.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.session (
    user_id BIGINT NOT NULL,
    started_at TIMESTAMP(3) NOT NULL,
    visits BIGINT NOT NULL,
    PRIMARY KEY (user_id, started_at) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE visit (
    user_id BIGINT NOT NULL,
    visited_at TIMESTAMP(3) NOT NULL,
    WATERMARK FOR visited_at AS visited_at - INTERVAL '1' HOUR
) WITH ({{ source('visit') }});

INSERT INTO lake.dws.session
SELECT user_id, window_start, COUNT(*)
FROM TABLE(SESSION(TABLE visit PARTITION BY user_id, DESCRIPTOR(visited_at), INTERVAL '10' MINUTE))
GROUP BY user_id, window_start, window_end;
