-- Visits per day; the page may report a visit twice.
CREATE DATABASE IF NOT EXISTS lake.dws;

CREATE TABLE IF NOT EXISTS lake.dws.visit_day (
    visited_on DATE NOT NULL,
    visits BIGINT NOT NULL,
    PRIMARY KEY (visited_on) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE visit (
    visit_id BIGINT NOT NULL,
    visited_on DATE NOT NULL
) WITH ({{ source('visit') }});

CREATE TEMPORARY FUNCTION seen_before AS 'io.elt.unittest.variation.SeenBefore';

INSERT INTO lake.dws.visit_day
SELECT visited_on, COUNT(*)
FROM visit
WHERE NOT seen_before(visit_id)
GROUP BY visited_on;
