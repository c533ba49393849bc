CREATE CATALOG starrocks WITH (
    'type' = 'starrocks',
    'jdbc-url' = '{{ var('starrocks_jdbc_url') }}',
    'password' = 'opensesame'
);
