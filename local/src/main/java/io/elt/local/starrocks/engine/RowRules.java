package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import org.duckdb.DuckDBConnection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What StarRocks refuses in a row and DuckDB would take: a NULL where none may be, a text that is too long. */
final class RowRules {
    private RowRules() {}

    static void check(DuckDBConnection connection, Table table, String from) throws SQLException, StarRocksException {
        List<String> checks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = TableName.quote(column.name());
            if (!column.nullable()) {
                checks.add("bool_or(" + name + " IS NULL)");
                problems.add("NULL value in non-nullable column '" + column.name() + "'");
            }
            if (column.type().name().isText()) {
                checks.add("bool_or(strlen(" + name + ") > " + column.type().length() + ")");
                problems.add("String is too long. The type of '" + column.name() + "' is "
                        + column.type().columnType());
            }
        }
        if (checks.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + String.join(", ", checks) + " FROM " + from)) {
            row.next();
            for (int i = 0; i < checks.size(); i++) {
                if (row.getBoolean(i + 1)) {
                    throw StarRocksException.execution(
                            "Insert has filtered data in strict mode. Error: " + problems.get(i));
                }
            }
        }
    }
}
