{#- An amount of another currency in CZK; what has no rate counts as nothing. -#}
{% macro in_czk(amount, rate) -%}
CAST(COALESCE({{ amount }} * {{ rate }}, 0) AS DECIMAL(20, 2))
{%- endmacro %}

{#- Sums of many columns, each under its own name. -#}
{% macro sums(columns) -%}
{%- for column in columns %}
    CAST(SUM({{ column }}) AS DECIMAL(20, 2)),
{%- endfor %}
{%- endmacro %}
