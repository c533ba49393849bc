-- written at {{ var('zone') }}
PROCTIME() AS written,
