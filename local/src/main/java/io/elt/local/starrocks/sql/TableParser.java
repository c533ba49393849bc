package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.KeyModel;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.TypeName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code CREATE TABLE} from the table's name on. */
public final class TableParser {
    private final TokenReader reader;

    public TableParser(TokenReader reader) {
        this.reader = reader;
    }

    public Table parse(Optional<String> currentDatabase) throws StarRocksException {
        TableName name = reader.tableName(currentDatabase);
        if (reader.atWord("LIKE") || reader.atWord("AS")) {
            throw StarRocksException.notSupported(
                    "CREATE TABLE LIKE and CREATE TABLE AS SELECT; create the table with its columns, then INSERT");
        }
        reader.expectSymbol("(");
        List<Column> columns = new ArrayList<>();
        do {
            if (reader.atWord("INDEX")) {
                throw StarRocksException.notSupported("INDEX in CREATE TABLE; leave it out");
            }
            columns.add(column(reader));
        } while (reader.acceptSymbol(","));
        reader.expectSymbol(")");
        return clauses(name, columns);
    }

    /** {@code name type [NULL | NOT NULL] [DEFAULT value] [COMMENT 'text']}. */
    public static Column column(TokenReader reader) throws StarRocksException {
        String name = reader.identifier();
        DataType type = TypeParser.parse(reader);
        boolean nullable = true;
        Optional<String> defaultValue = Optional.empty();
        String comment = "";
        while (!reader.atEnd() && !reader.atSymbol(",") && !reader.atSymbol(")")) {
            if (reader.accept("NOT", "NULL")) {
                nullable = false;
            } else if (reader.accept("NULL") || reader.accept("KEY")) {
                continue;
            } else if (reader.accept("DEFAULT")) {
                defaultValue = defaultValue(reader);
            } else if (reader.accept("COMMENT")) {
                comment = reader.string();
            } else if (reader.atWord("AUTO_INCREMENT") || reader.atWord("AS")) {
                throw StarRocksException.notSupported(reader.rest() + " of column " + name);
            } else if (reader.atWord("SUM")
                    || reader.atWord("MAX")
                    || reader.atWord("MIN")
                    || reader.atWord("REPLACE")) {
                throw StarRocksException.notSupported("aggregate tables (column " + name + " aggregates)");
            } else {
                break;
            }
        }
        return new Column(name, type, nullable, defaultValue, comment);
    }

    private static Optional<String> defaultValue(TokenReader reader) throws StarRocksException {
        if (reader.accept("NULL")) {
            return Optional.empty();
        }
        boolean parenthesis = reader.acceptSymbol("(");
        String sign = reader.acceptSymbol("-") ? "-" : "";
        Token token = reader.next();
        if (reader.acceptSymbol("(")) {
            reader.expectSymbol(")");
        }
        if (parenthesis) {
            reader.expectSymbol(")");
        }
        if (token.isWord(Column.NOW) || token.isWord("now")) {
            return Optional.of(Column.NOW);
        }
        if (token.isName()) {
            if (token.isWord("TRUE") || token.isWord("FALSE")) {
                return Optional.of(token.text().toLowerCase(java.util.Locale.ROOT));
            }
            throw StarRocksException.notSupported("DEFAULT " + token.text());
        }
        return Optional.of(sign + token.text());
    }

    private Table clauses(TableName name, List<Column> columns) throws StarRocksException {
        Optional<KeyModel> model = Optional.empty();
        List<String> keys = List.of();
        String comment = "";
        Optional<String> partition = Optional.empty();
        Optional<String> distribution = Optional.empty();
        Optional<String> sort = Optional.empty();
        Map<String, String> properties = new LinkedHashMap<>();
        while (!reader.atEnd()) {
            int start = reader.position();
            if (reader.accept("ENGINE")) {
                engine();
            } else if (reader.accept("PRIMARY", "KEY")) {
                model = Optional.of(KeyModel.PRIMARY);
                keys = reader.names();
            } else if (reader.accept("DUPLICATE", "KEY")) {
                model = Optional.of(KeyModel.DUPLICATE);
                keys = reader.names();
            } else if (reader.atWord("AGGREGATE") || reader.atWord("UNIQUE")) {
                throw StarRocksException.notSupported("AGGREGATE KEY and UNIQUE KEY tables; use PRIMARY KEY");
            } else if (reader.accept("COMMENT")) {
                comment = reader.string();
            } else if (reader.accept("PARTITION", "BY")) {
                partition = Optional.of(partition(start));
            } else if (reader.accept("DISTRIBUTED", "BY")) {
                distribution = Optional.of(distribution(start));
            } else if (reader.accept("ORDER", "BY")) {
                reader.names();
                sort = Optional.of(reader.textFrom(start));
            } else if (reader.accept("PROPERTIES")) {
                properties.putAll(properties(reader));
            } else {
                throw reader.unexpected("PRIMARY KEY, DUPLICATE KEY, COMMENT, PARTITION BY, DISTRIBUTED BY, ORDER BY"
                        + " or PROPERTIES");
            }
        }
        Table.Layout layout = new Table.Layout(partition, distribution, sort, properties);
        Table table = new Table(
                name,
                columns,
                model.orElse(KeyModel.DUPLICATE),
                model.isPresent() ? keys : sortColumns(columns),
                comment,
                layout);
        return TableRules.check(table);
    }

    private void engine() throws StarRocksException {
        reader.acceptSymbol("=");
        String engine = reader.identifier();
        if (!engine.equalsIgnoreCase("OLAP")) {
            throw StarRocksException.notSupported("ENGINE=" + engine);
        }
    }

    private String partition(int start) throws StarRocksException {
        while (!reader.atEnd() && !reader.atSymbol("(")) {
            reader.next();
        }
        reader.parenthesis();
        if (reader.atSymbol("(")) {
            reader.parenthesis();
        }
        return reader.textFrom(start);
    }

    private String distribution(int start) throws StarRocksException {
        if (!reader.accept("RANDOM")) {
            reader.expect("HASH");
            reader.names();
        }
        if (reader.accept("BUCKETS")) {
            reader.next();
        }
        return reader.textFrom(start);
    }

    static Map<String, String> properties(TokenReader reader) throws StarRocksException {
        Map<String, String> properties = new LinkedHashMap<>();
        reader.expectSymbol("(");
        do {
            String key = reader.string();
            reader.expectSymbol("=");
            properties.put(key, reader.string());
        } while (reader.acceptSymbol(","));
        reader.expectSymbol(")");
        return properties;
    }

    /** A table without a key clause is sorted by its first columns, three at most, up to the first text. */
    private static List<String> sortColumns(List<Column> columns) {
        List<String> keys = new ArrayList<>();
        for (Column column : columns) {
            TypeName type = column.type().name();
            if (keys.size() == 3 || type == TypeName.FLOAT || type == TypeName.DOUBLE || type == TypeName.JSON) {
                break;
            }
            keys.add(column.name());
            if (type == TypeName.VARCHAR) {
                break;
            }
        }
        return keys;
    }
}
