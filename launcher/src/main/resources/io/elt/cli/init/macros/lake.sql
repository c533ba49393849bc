{#- The options of a table of the lake.
    changelog: `lookup` where changes arrive unpaired (events), `input` where the query itself emits every old and new value,
    `none` where nobody follows the changes. -#}
{% macro history(changelog) -%}
    'bucket' = '1',
    'changelog-producer' = '{{ changelog }}',
{%- if changelog == 'lookup' %}
    'changelog-producer.row-deduplicate' = 'true',
{%- endif %}
    'snapshot.time-retained' = '{{ var('history') }}',
    'snapshot.num-retained.max' = '2147483647',
    'consumer.expiration-time' = '{{ var('history') }}'
{%- endmacro %}
