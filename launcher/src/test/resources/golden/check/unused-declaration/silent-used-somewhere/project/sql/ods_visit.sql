{% include 'sql/part.txt' %}
{% if target.name == 'prod' %}-- {{ var('in_prod') }}{% endif %}
-- {{ var("prefix") }}
CREATE DATABASE IF NOT EXISTS lake.ods;

CREATE TABLE IF NOT EXISTS lake.ods.visit (id INT NOT NULL, page STRING, PRIMARY KEY (id) NOT ENFORCED);

CREATE TEMPORARY TABLE visit (id INT NOT NULL, page STRING) WITH (
    {{ source('visit') }}
);

INSERT INTO lake.ods.visit SELECT id, {{ wrap('page') }} FROM visit;
