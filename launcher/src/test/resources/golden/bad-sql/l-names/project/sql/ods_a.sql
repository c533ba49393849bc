CREATE DATABASE IF NOT EXISTS lake.`o'd s`;
CREATE TABLE lake.`o'd s`.`../../x` (id INT);
CREATE TABLE lake.`o'd s`.`a/b` (id INT);
CREATE TABLE lake.`o'd s`.`a$b` (id INT);
CREATE TABLE lake.`o'd s`.`` (id INT);
CREATE TABLE lake.`o'd s`.`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` (id INT);
CREATE DATABASE lake.`../../../evil`;
