CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '/nowhere/lake');
CREATE CATALOG starrocks WITH ('type' = 'starrocks', 'jdbc-url' = 'jdbc:mysql://nowhere:1');
