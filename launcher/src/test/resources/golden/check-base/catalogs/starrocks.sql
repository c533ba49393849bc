CREATE CATALOG starrocks WITH (
    'type' = 'starrocks',
    'jdbc-url' = '{{ var('starrocks_jdbc_url') }}',
    'sink.semantic' = 'exactly-once',
    'sink.label-prefix' = 'elt_{{ var('invocation_id') }}'
);
