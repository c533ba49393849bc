{{ config(mode='stream') }}
SELECT {{ money('amount', 2, 3) }}, {{ money(digits=3) }};