CREATE CATALOG lake WITH ('warehouse' = 'x');
