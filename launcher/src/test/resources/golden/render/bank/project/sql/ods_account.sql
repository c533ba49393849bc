{{ config(mode='streaming', parallelism=2, tags=['core', 'daily']) }}
CREATE TEMPORARY TABLE account_source (
  account_id BIGINT -- braces in a string: '{{ '{{' }}'
) WITH (
  {{ source('account', {
       'scan.startup.mode': 'initial',
       'server-time-zone': var('zone')
     }) }}
);

INSERT INTO ods_account SELECT * FROM account_source;
