INSERT INTO lake.dwd.x SELECT id, name || UNKNOWN(id) FROM (SELECT id, name FROM
