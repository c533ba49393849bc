SELECT '{{ env_var('KAFKA_JAAS') }}';
