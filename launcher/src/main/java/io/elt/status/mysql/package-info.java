/**
 * How far jobs have read the binlog of a MySQL. The connector tells nobody outside its job, but each checkpoint holds its
 * place, and the server says where its binlog ends: both are asked, so that nothing has to be guessed from quiet moments.
 */
package io.elt.status.mysql;
