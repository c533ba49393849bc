SELECT {{ env_var('CORE_DB_PASSWORD') }}.x FROM {{ env_var('CORE_DB_PASSWORD') }};
SELECT '{{ env_var('CORE_DB_PASSWORD') }}
UNCLOSED