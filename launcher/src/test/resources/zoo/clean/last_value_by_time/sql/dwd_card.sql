-- The status of each card.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.card (
    card_id BIGINT NOT NULL,
    status STRING,
    PRIMARY KEY (card_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'input');

CREATE TEMPORARY TABLE card_event (
    event_id BIGINT NOT NULL,
    card_id BIGINT NOT NULL,
    status STRING NOT NULL,
    changed_at TIMESTAMP(3) NOT NULL
) WITH ({{ source('card') }});

INSERT INTO lake.dwd.card
SELECT card_id, status
FROM (
    SELECT card_id, status, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY changed_at DESC, event_id DESC) AS newest
    FROM card_event
)
WHERE newest = 1;
