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
SELECT card_id, LAST_VALUE(status)
FROM card_event
GROUP BY card_id;
