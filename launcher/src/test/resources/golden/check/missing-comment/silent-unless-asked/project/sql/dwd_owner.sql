CREATE DATABASE IF NOT EXISTS lake.dwd;

CREATE TABLE IF NOT EXISTS lake.dwd.owner (
    id INT NOT NULL
) WITH ('file.format' = 'orc');
