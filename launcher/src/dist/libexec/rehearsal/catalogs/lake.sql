-- All layers live in Paimon: every table keeps its history and its changelog.
CREATE CATALOG lake WITH (
    'type' = 'paimon',
    'warehouse' = '{{ var('warehouse') }}'
);
