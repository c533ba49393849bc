-- The newest event of each card.
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.card (
    card_id BIGINT NOT NULL,
    status STRING,
    PRIMARY KEY (card_id) NOT ENFORCED
) WITH ('bucket' = '1', 'changelog-producer' = 'lookup');

CREATE TEMPORARY TABLE card_event (
    card_id BIGINT NOT NULL,
    status STRING NOT NULL
) WITH ({{ source('card') }});

INSERT INTO lake.ods.card
SELECT card_id, status
FROM card_event;
