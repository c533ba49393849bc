{# credits count up, debits down #}
{% macro signed(amount, type) -%}
  CASE {{ type }}
    WHEN 'PRIJEM' THEN {{ amount }}
    ELSE -{{ amount }} {# VYDAJ and VYBER #}
  END
{%- endmacro %}

{% macro quarantine(table) %}
INSERT INTO {{ table }}_bad
SELECT {{ caller() }}
FROM {{ table }};
{% endmacro %}
