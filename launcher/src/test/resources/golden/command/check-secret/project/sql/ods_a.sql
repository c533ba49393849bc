CREATE TEMPORARY TABLE g (id INT) WITH ('connector' = 'nothing', 'password' = '{{ env_var('CORE_DB_PASSWORD') }}');
CREATE TEMPORARY TABLE s (id INT) WITH ('connector' = 'blackhole');
INSERT INTO s SELECT id FROM g;
