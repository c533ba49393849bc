package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.DataType;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a statement answers. */
public sealed interface Outcome {
    /** A statement that has no result set. */
    record Done(long affectedRows) implements Outcome {}

    /** A result set, read while it is sent; closing it ends the query. */
    record Rows(List<ResultColumn> columns, Statement statement, ResultSet values) implements Outcome, AutoCloseable {
        @Override
        public void close() throws SQLException {
            values.close();
            statement.close();
        }
    }

    /** A column of a result set. */
    record ResultColumn(String name, DataType type) {}
}
