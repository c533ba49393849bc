-- The branch dashboard: assets (loans) against liabilities (deposits).
CREATE OR REPLACE VIEW ads.v_branch_asset_liability AS
SELECT
    district_id,
    district,
    region,
    accounts,
    credits,
    debits,
    deposits,
    loans,
    loans_granted,
    loans_running,
    loans_in_debt,
    loan_to_deposit,
    transactions,
    last_transaction
FROM ads.branch;
