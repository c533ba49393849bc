{% macro money(x) %}CAST({{ x }} AS DECIMAL(20, 2)) + nope_fn({{ x }}){% endmacro %}
