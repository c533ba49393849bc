/** A real MariaDB with its binlog, for tests of what reads the changes of a database. */
package io.elt.mariadb;
