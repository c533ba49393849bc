CREATE TEMPORARY FUNCTION bank_date AS 'io.elt.udf.function.BankDate';
