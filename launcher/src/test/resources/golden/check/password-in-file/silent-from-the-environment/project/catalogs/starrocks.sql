CREATE CATALOG starrocks WITH (
    'type' = 'starrocks',
    'jdbc-url' = '{{ var('starrocks_jdbc_url') }}',
    'password' = '{{ env_var('CORE_DB_PASSWORD') }}'
);
