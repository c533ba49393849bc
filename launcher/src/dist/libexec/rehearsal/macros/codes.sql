{#- Translates a column of codes. Blank becomes NULL; a code that is not in the list stays as it came. -#}
{% macro translate(column, words) -%}
CASE TRIM({{ column }})
    {%- for code, word in words.items() %}
        WHEN '{{ code }}' THEN '{{ word }}'
    {%- endfor %}
        ELSE NULLIF(TRIM({{ column }}), '')
    END
{%- endmacro %}
