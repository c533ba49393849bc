{{ config(mode='streaming') }}
CREATE TEMPORARY TABLE event (id INT, kind STRING, amount DECIMAL(10, 2), happened TIMESTAMP(3)) WITH ({{ source('event') }});
CREATE TEMPORARY TABLE ods_event (kind STRING, amount DECIMAL(10, 2), happened_on DATE) WITH ('connector' = 'blackhole');

INSERT INTO ods_event SELECT kind, amount, CAST(happened AS DATE) FROM event WHERE id > {{ var('least') }};
