'{{ env_var('CORE_DB_PASSWORD') }}' correct-horse {{ nope }}
