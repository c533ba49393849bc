CREATE CATALOG lake WITH ('type' = 'paimno');
