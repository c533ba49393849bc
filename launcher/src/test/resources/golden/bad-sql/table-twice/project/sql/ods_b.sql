CREATE TABLE lake.ods.a (id BIGINT);
