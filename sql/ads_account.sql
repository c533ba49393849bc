-- Per account, for analysts.
INSERT INTO starrocks.ads.account
SELECT
    account_id, district_id, district, region, statements, opened_on,
    owner_id, owner_birth_date, owner_sex, owner_district_id,
    credits, debits, balance, transactions, last_transaction,
    loans, loans_granted, loans_running, loans_in_debt
FROM lake.dws.account;
