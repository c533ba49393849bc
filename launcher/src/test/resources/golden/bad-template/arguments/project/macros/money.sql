{% macro money(column, digits=2) %}CAST({{ column }} AS DECIMAL(20, {{ digits }})){% endmacro %}
