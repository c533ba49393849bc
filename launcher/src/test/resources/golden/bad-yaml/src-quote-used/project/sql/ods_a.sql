CREATE TEMPORARY TABLE g (id INT) WITH ({{ source("a'b") }});
