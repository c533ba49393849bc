package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.KeyModel;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TypeName;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What StarRocks refuses in a table, so that a table that can be created here can be created there. */
final class TableRules {
    private TableRules() {}

    static Table check(Table table) throws StarRocksException {
        Set<String> names = new HashSet<>();
        for (Column column : table.columns()) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw StarRocksException.analysis("Duplicate column name '" + column.name() + "'");
            }
        }
        List<String> keys = table.keys();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (table.column(key).isEmpty()) {
                throw StarRocksException.analysis("Key column(" + key + ") doesn't exist");
            }
            if (!table.columns().get(i).name().equalsIgnoreCase(key)) {
                throw StarRocksException.analysis("Key columns should be a ordered prefix of the schema. KeyColumns["
                        + i + "] (starts from zero) is " + key + ", but corresponding column is "
                        + table.columns().get(i).name() + " in the previous columns declaration");
            }
        }
        return table.model() == KeyModel.PRIMARY ? checkPrimaryKey(table) : table;
    }

    /** Key columns are never null, whether it is written or not. */
    private static Table checkPrimaryKey(Table table) throws StarRocksException {
        for (String key : table.keys()) {
            TypeName type = table.column(key).orElseThrow().type().name();
            switch (type) {
                case FLOAT, DOUBLE, DECIMAL, JSON, VARBINARY ->
                    throw StarRocksException.analysis("primary key column[" + key + "] type not supported: " + type);
                case BOOLEAN, TINYINT, SMALLINT, INT, BIGINT, LARGEINT, CHAR, VARCHAR, DATE, DATETIME -> {}
            }
        }
        return table.withColumns(table.columns().stream()
                .map(column -> table.isKey(column)
                        ? new Column(column.name(), column.type(), false, column.defaultValue(), column.comment())
                        : column)
                .toList());
    }
}
