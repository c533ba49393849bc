a
  {%- set x = 1 -%}
  b {{- 'c' -}}   d

{%- if x %}

  e
{% endif -%}
   f {#- comment -#}   g
{% for i in range(2) -%}
  h{{ i }}
{%- endfor %} i {{ 'j
k' }} l
