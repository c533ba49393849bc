CREATE TEMPORARY FUNCTION bank_date AS 'io.elt.udf.function.BankDate';
CREATE TEMPORARY FUNCTION birth_date AS 'io.elt.udf.function.BirthDate';
