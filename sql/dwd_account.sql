-- Accounts with their owner and their branch. When an account moves to another branch, or its owner to another
-- district, the row follows, and all that is computed from it.
CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.account (
    account_id BIGINT NOT NULL,
    district_id INT NOT NULL COMMENT 'the branch',
    district STRING COMMENT 'NULL for a district that is not known',
    region STRING,
    statements STRING COMMENT 'when statements are issued',
    opened_on DATE,
    owner_id BIGINT COMMENT 'the client who owns it',
    owner_birth_date DATE,
    owner_sex STRING,
    owner_district_id INT COMMENT 'where the owner lives',
    PRIMARY KEY (account_id) NOT ENFORCED
) COMMENT 'Accounts with owner and branch' WITH (
    {{ history('input') }}
);

CREATE TEMPORARY FUNCTION bank_date AS 'io.elt.udf.function.BankDate';

-- The joins go by other keys than the account's, so the two halves of an update may overtake each other when they run
-- in parallel. Ranking by account comes last: it puts them in order again, and takes one owner where the source has two.
INSERT INTO lake.dwd.account
SELECT account_id, district_id, district, region, statements, opened_on, owner_id, owner_birth_date, owner_sex, owner_district_id
FROM (
    SELECT
        a.account_id,
        a.district_id,
        d.name AS district,
        d.region,
        {{ translate('a.frequency', {
            'POPLATEK MESICNE': 'monthly',
            'POPLATEK TYDNE': 'weekly',
            'POPLATEK PO OBRATU': 'after each transaction'
        }) }} AS statements,
        bank_date(a.`date`) AS opened_on,
        c.client_id AS owner_id,
        c.birth_date AS owner_birth_date,
        c.sex AS owner_sex,
        c.district_id AS owner_district_id,
        ROW_NUMBER() OVER (PARTITION BY a.account_id ORDER BY o.disp_id) AS owner_rank
    FROM lake.ods.account a
    LEFT JOIN lake.dim.district d ON d.district_id = a.district_id
    LEFT JOIN lake.ods.disposition o ON o.account_id = a.account_id AND o.type = 'OWNER'
    LEFT JOIN lake.dwd.client c ON c.client_id = o.client_id
)
WHERE owner_rank = 1;
