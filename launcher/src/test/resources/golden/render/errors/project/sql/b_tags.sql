SELECT
{% if var('zone') == 'UTC' %}
  1
{% endfro %}
