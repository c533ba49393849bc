-- What analysts query. The tables are owned by sql/serving/; jobs only fill them, exactly once.
CREATE CATALOG starrocks WITH (
    'type' = 'starrocks',
    'default-database' = 'ads',
    'jdbc-url' = '{{ var('starrocks_jdbc_url') }}',
    'http-url' = '{{ var('starrocks_http_url') }}',
    'username' = '{{ var('starrocks_user') }}',
    'password' = '{{ var('starrocks_password') }}',
    'sink.semantic' = 'exactly-once',
    'sink.label-prefix' = 'elt_{{ var('invocation_id') }}',
    'sink.properties.format' = 'json',
    'sink.properties.strip_outer_array' = 'true'
);
