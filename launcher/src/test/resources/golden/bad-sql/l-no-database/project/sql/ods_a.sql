CREATE TABLE lake.nope.a (id INT);
CREATE TABLE nope.nope.a (id INT);
CREATE TABLE a.b.c.d (id INT);
