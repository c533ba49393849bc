{#- How tables of the lake keep their history, and how what arrives is split into good rows and quarantine. -#}

{#- The options of a table of the lake.
    changelog: `lookup` where changes arrive unpaired (events, upserts), `input` where the query itself emits every old and new value,
    `none` where nobody follows the changes. -#}
{% macro history(changelog) -%}
    'bucket' = '{{ var('buckets') }}',
    'changelog-producer' = '{{ changelog }}',
{%- if changelog == 'lookup' %}
    'changelog-producer.row-deduplicate' = 'true',
{%- endif %}
    'snapshot.time-retained' = '{{ var('history') }}',
    'snapshot.num-retained.max' = '2147483647',
    'consumer.expiration-time' = '{{ var('consumer_expiry') }}'
{%- endmacro %}

{#- What every guarded source offers beside its own columns: why a record could not be decoded, the record as it came,
    and where it stands in Kafka. A source that the target binds to something else, such as mysql-cdc, has no records that
    could be broken: it offers the key of its rows.
    source, key: the source's name and the columns of its key; needed where a target may bind it to a database -#}
{% macro guarded_columns(source='', key='') -%}
{%- if source == '' or source_option(source, 'format', '') == 'guarded' -%}
    _error STRING METADATA FROM 'value.error' VIRTUAL,
    _raw BYTES METADATA FROM 'value.raw' VIRTUAL,
    _topic STRING METADATA FROM 'topic' VIRTUAL,
    _partition INT METADATA FROM 'partition' VIRTUAL,
    _offset BIGINT METADATA FROM 'offset' VIRTUAL,
    _timestamp TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
{%- elif key == '' -%}
    {{ fail('source ' ~ source ~ ' is not guarded: guarded_columns needs the key of its rows') }}
{%- else -%}
    PRIMARY KEY ({{ key }}) NOT ENFORCED
{%- endif -%}
{%- endmacro %}

{#- Splits a guarded source into good rows and quarantine, in one read. Of a source that is not guarded all rows are good.
    source: the source's name, under which its records go to quarantine
    table: the table of the lake that takes the good rows
    events: the table that is read
    columns: list of the columns to take over
    checks: {reason: condition}; a row for which a condition does not hold goes to quarantine with that reason -#}
{% macro ingest(source, table, events, columns, checks={}) -%}
{%- if source_option(source, 'format', '') == 'guarded' -%}
{{ ingest_guarded(source, table, events, columns, checks) }}
{%- elif checks -%}
{{ fail('source ' ~ source ~ ' is not guarded, so a row that a check refuses has no record that could go to quarantine') }}
{%- else -%}
INSERT INTO {{ table }}
SELECT {{ columns | join(', ') }}
FROM {{ events }};
{%- endif -%}
{%- endmacro %}

{% macro ingest_guarded(source, table, events, columns, checks) -%}
CREATE TEMPORARY VIEW {{ events }}_checked AS
SELECT *,
    {% if checks -%}
    CASE
        WHEN _error IS NOT NULL THEN _error
        {%- for reason, condition in checks.items() %}
        WHEN ({{ condition }}) IS NOT TRUE THEN '{{ reason }}'
        {%- endfor %}
    END AS _reason
    {%- else -%}
    _error AS _reason
    {%- endif %}
FROM {{ events }};

INSERT INTO {{ table }}
SELECT {{ columns | join(', ') }}
FROM {{ events }}_checked
WHERE _reason IS NULL;

CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.quarantine (
    source STRING NOT NULL COMMENT 'the source it came from, as elt.yaml names it',
    topic STRING NOT NULL COMMENT 'Kafka topic',
    `partition` INT NOT NULL COMMENT 'Kafka partition',
    `offset` BIGINT NOT NULL COMMENT 'Kafka offset in the partition',
    reason STRING NOT NULL COMMENT 'why it is not in the warehouse',
    payload BYTES COMMENT 'the record as it came; NULL for a null payload',
    arrived_at TIMESTAMP_LTZ(3) COMMENT 'the Kafka record''s timestamp',
    PRIMARY KEY (source, topic, `partition`, `offset`) NOT ENFORCED
) COMMENT 'Records that could not be taken over, whole, with the reason; one partition per source'
PARTITIONED BY (source) WITH (
    {{ history('none') }}
);

INSERT INTO lake.ods.quarantine PARTITION (source = '{{ source }}')
SELECT _topic, _partition, _offset, _reason, _raw, _timestamp
FROM {{ events }}_checked
WHERE _reason IS NOT NULL;
{%- endmacro %}
