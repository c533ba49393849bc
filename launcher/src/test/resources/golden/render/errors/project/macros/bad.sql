{% macro convert(amount) %}
  CAST({{ amout }} AS DECIMAL)
{% endmacro %}
