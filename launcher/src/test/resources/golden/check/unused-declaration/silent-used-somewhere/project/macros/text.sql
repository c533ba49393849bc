{% macro wrap(x) %}CAST({{ trimmed(x) }} AS STRING){% endmacro %}
{% macro trimmed(x) %}TRIM({{ x }}){% endmacro %}
