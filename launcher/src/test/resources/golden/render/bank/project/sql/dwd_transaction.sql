INSERT INTO dwd_transaction
SELECT
  {% include '../snippets/audit.sql' %}
  {%- for column in var('columns') %}
  {{ column }} AS {{ column | upper }}{{ ',' }}
  {%- endfor %}
  {{ signed('amount', type='type') }} AS signed, 'é 😀' AS `name`
FROM ods_transaction {# a comment
over two lines #} WHERE {% if var('zone') == 'UTC' -%}
   ts > '2020-01-01 {{ '00:00' }}'
{%- else %} ts IS NOT NULL {% endif %} AND {% raw %}x = '{{ raw }}'{% endraw %} AND TRUE;
{% call quarantine('ods_transaction') -%}
  reason, {{ this.name | sql }}
{%- endcall %}
