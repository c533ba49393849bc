SELECT {{ var('zoen') }},
       {{ target.nmae }},	{{ convert('amount') }},
       {{ convrt('amount') }}
FROM {{ source('account') }}
