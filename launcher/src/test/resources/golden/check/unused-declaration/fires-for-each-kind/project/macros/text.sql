{#- wrap(x) makes a text of it; nobody calls wrap -#}
{% macro wrap(x) %}CAST({{ x }} AS STRING){% endmacro %}
{% macro trimmed(x) %}TRIM({{ x }}){% endmacro %}
