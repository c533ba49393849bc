CREATE CATALOG default_catalog WITH ('type' = 'paimon', 'warehouse'='x');
