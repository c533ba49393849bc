CREATE CATALOG starrocks WITH (
    'type' = 'starrocks',
    'jdbc-url' = '{{ var('starrocks_jdbc_url') }}',
    'sink.buffer-flush.interval-ms' = '300'
);
