-- Deposits and loans by the owner's sex and age in decades at the end of 1998.
CREATE OR REPLACE VIEW ads.v_owner_group AS
SELECT
    IFNULL(owner_sex, '?') AS owner_sex,
    CAST(FLOOR((1998 - YEAR(owner_birth_date)) / 10) * 10 AS INT) AS age_from,
    COUNT(*) AS accounts,
    SUM(balance) AS balance,
    SUM(loans_granted) AS loans_granted,
    SUM(loans_in_debt) AS loans_in_debt
FROM ads.account
GROUP BY IFNULL(owner_sex, '?'), CAST(FLOOR((1998 - YEAR(owner_birth_date)) / 10) * 10 AS INT);
