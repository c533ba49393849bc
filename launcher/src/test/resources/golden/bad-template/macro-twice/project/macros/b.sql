{% macro money(x) %}{{ x }}{% endmacro %}
{% macro source(x) %}{{ x }}{% endmacro %}
