-- Per account, for analysts.
INSERT INTO starrocks.ads.account
SELECT
    account_id, district_id, district, region, statements, opened_on,
    owner_id, owner_birth_date, owner_sex, owner_district_id,
    credits, debits, balance, transactions, last_transaction,
    loans, loan_granted, loan_running, loan_in_debt
FROM lake.dws.account;
