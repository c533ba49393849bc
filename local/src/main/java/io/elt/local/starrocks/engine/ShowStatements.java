package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.sql.Literals;
import io.elt.local.starrocks.sql.TableWriter;
import io.elt.local.starrocks.sql.TokenReader;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static io.elt.local.starrocks.sql.QueryRewriter.INFORMATION_SCHEMA;

/** SHOW and DESC, each turned into a query. */
final class ShowStatements {
    private final Engine engine;
    private final Session session;

    ShowStatements(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
    }

    String show(TokenReader reader) throws StarRocksException {
        boolean full = reader.accept("FULL");
        if (!full && !reader.accept("SESSION") && !reader.accept("GLOBAL")) {
            reader.accept("LOCAL");
        }
        String what = reader.identifier().toUpperCase(java.util.Locale.ROOT);
        switch (what) {
            case "DATABASES", "SCHEMAS" -> {
                return filtered(
                        reader,
                        "SELECT SCHEMA_NAME AS \"Database\" FROM " + INFORMATION_SCHEMA + ".schemata" + " ORDER BY 1",
                        "Database");
            }
            case "TABLES" -> {
                return tables(reader, full ? ", TABLE_TYPE AS \"Table_type\"" : "");
            }
            case "TABLE" -> {
                reader.expect("STATUS");
                return tableStatus(reader);
            }
            case "CREATE" -> {
                return create(reader);
            }
            case "COLUMNS", "FIELDS" -> {
                return columns(reader, full);
            }
            case "VARIABLES" -> {
                return filtered(reader, variables().query(), "Variable_name");
            }
            case "INDEX", "INDEXES", "KEYS" -> {
                return indexes(reader);
            }
            case "PROCESSLIST" -> {
                return processes().query();
            }
            default -> {
                return filtered(reader, constant(what, reader), "");
            }
        }
    }

    /** {@code DESC table}. */
    String describe(TokenReader reader) throws StarRocksException {
        if (reader.atWord("SELECT") || reader.atWord("WITH")) {
            return "EXPLAIN " + session.rewriter().rewrite(reader.remaining());
        }
        TableName table = reader.tableName(session.database());
        requireExists(table);
        return "SELECT COLUMN_NAME AS \"Field\", COLUMN_TYPE AS \"Type\", IS_NULLABLE AS \"Null\","
                + " CASE WHEN COLUMN_KEY IN ('PRI', 'DUP') THEN 'true' ELSE 'false' END AS \"Key\","
                + " COLUMN_DEFAULT AS \"Default\", EXTRA AS \"Extra\"" + columnsOf(table);
    }

    private String tables(TokenReader reader, String type) throws StarRocksException {
        String database = fromDatabase(reader);
        String column = "Tables_in_" + database;
        return filtered(
                reader,
                "SELECT TABLE_NAME AS " + TableName.quote(column) + type + " FROM " + INFORMATION_SCHEMA
                        + ".tables WHERE TABLE_SCHEMA = " + Literals.string(database) + " ORDER BY 1",
                column);
    }

    private String tableStatus(TokenReader reader) throws StarRocksException {
        String database = fromDatabase(reader);
        return filtered(
                reader,
                "SELECT TABLE_NAME AS \"Name\", ENGINE AS \"Engine\", VERSION AS \"Version\", ROW_FORMAT AS"
                        + " \"Row_format\", TABLE_ROWS AS \"Rows\", AVG_ROW_LENGTH AS \"Avg_row_length\", DATA_LENGTH AS"
                        + " \"Data_length\", MAX_DATA_LENGTH AS \"Max_data_length\", INDEX_LENGTH AS \"Index_length\","
                        + " DATA_FREE AS \"Data_free\", AUTO_INCREMENT AS \"Auto_increment\", CREATE_TIME AS"
                        + " \"Create_time\", UPDATE_TIME AS \"Update_time\", CHECK_TIME AS \"Check_time\","
                        + " TABLE_COLLATION AS \"Collation\", CHECKSUM AS \"Checksum\", CREATE_OPTIONS AS"
                        + " \"Create_options\", TABLE_COMMENT AS \"Comment\" FROM " + INFORMATION_SCHEMA
                        + ".tables WHERE TABLE_SCHEMA = " + Literals.string(database) + " ORDER BY 1",
                "Name");
    }

    private String create(TokenReader reader) throws StarRocksException {
        if (reader.accept("DATABASE") || reader.accept("SCHEMA")) {
            reader.accept("IF", "NOT", "EXISTS");
            String database = reader.identifier();
            engine.catalog().requireDatabase(database);
            return row(List.of("Database", "Create Database"), database, "CREATE DATABASE `" + database + "`");
        }
        if (!reader.accept("TABLE")) {
            reader.expect("VIEW");
        }
        TableName name = reader.tableName(session.database());
        requireExists(name);
        var view = engine.catalog().view(name);
        if (view.isPresent()) {
            return row(
                    List.of("View", "Create View", "character_set_client", "collation_connection"),
                    name.name(),
                    TableWriter.write(view.get()),
                    "utf8",
                    "utf8_general_ci");
        }
        return row(
                List.of("Table", "Create Table"),
                name.name(),
                TableWriter.write(engine.catalog().requireTable(name)));
    }

    private String columns(TokenReader reader, boolean full) throws StarRocksException {
        TableName table = tableFrom(reader);
        String head = "SELECT COLUMN_NAME AS \"Field\", COLUMN_TYPE AS \"Type\""
                + (full ? ", COLLATION_NAME AS \"Collation\"" : "")
                + ", IS_NULLABLE AS \"Null\", CASE COLUMN_KEY WHEN 'PRI' THEN 'PRI' ELSE '' END AS \"Key\","
                + " COLUMN_DEFAULT AS \"Default\", EXTRA AS \"Extra\""
                + (full ? ", PRIVILEGES AS \"Privileges\", COLUMN_COMMENT AS \"Comment\"" : "");
        return filtered(reader, head + columnsOf(table), "Field");
    }

    private String indexes(TokenReader reader) throws StarRocksException {
        TableName table = tableFrom(reader);
        return "SELECT TABLE_NAME AS \"Table\", CAST(0 AS BIGINT) AS \"Non_unique\", 'PRIMARY' AS \"Key_name\","
                + " ORDINAL_POSITION AS \"Seq_in_index\", COLUMN_NAME AS \"Column_name\", 'A' AS \"Collation\","
                + " CAST(NULL AS BIGINT) AS \"Cardinality\", CAST(NULL AS BIGINT) AS \"Sub_part\","
                + " CAST(NULL AS VARCHAR) AS \"Packed\", '' AS \"Null\", '' AS \"Index_type\", '' AS \"Comment\""
                + " FROM " + INFORMATION_SCHEMA + ".columns WHERE COLUMN_KEY = 'PRI' AND TABLE_SCHEMA = "
                + Literals.string(table.database()) + " AND TABLE_NAME = " + Literals.string(table.name());
    }

    private TableName tableFrom(TokenReader reader) throws StarRocksException {
        if (!reader.accept("FROM")) {
            reader.expect("IN");
        }
        TableName table = reader.tableName(session.database().or(() -> java.util.Optional.of("")));
        if (reader.accept("FROM") || reader.accept("IN")) {
            table = new TableName(reader.identifier(), table.name());
        }
        requireExists(table);
        return table;
    }

    private static String columnsOf(TableName table) {
        return " FROM " + INFORMATION_SCHEMA + ".columns WHERE TABLE_SCHEMA = " + Literals.string(table.database())
                + " AND TABLE_NAME = " + Literals.string(table.name()) + " ORDER BY ORDINAL_POSITION";
    }

    private void requireExists(TableName table) throws StarRocksException {
        if (table.database().isEmpty()) {
            throw StarRocksException.noDatabaseSelected();
        }
        engine.catalog().requireDatabase(table.database());
        if (!engine.catalog().exists(table)) {
            throw StarRocksException.unknownTable(table.database(), table.name());
        }
    }

    private String fromDatabase(TokenReader reader) throws StarRocksException {
        if (!reader.accept("FROM") && !reader.accept("IN")) {
            return session.database().orElseThrow(StarRocksException::noDatabaseSelected);
        }
        String database = reader.identifier();
        if (!database.equalsIgnoreCase("information_schema")) {
            engine.catalog().requireDatabase(database);
        }
        return database;
    }

    private ShownRows variables() {
        return new ShownRows(
                List.of("Variable_name", "Value"),
                session.variables().allSystem().entrySet().stream()
                        .map((Map.Entry<String, String> entry) -> List.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private ShownRows processes() {
        return new ShownRows(
                List.of("Id", "User", "Host", "Db", "Command", "Time", "State", "Info"),
                engine.sessions().all().stream()
                        .map(other -> Arrays.asList(
                                String.valueOf(other.connectionId()),
                                other.user(),
                                "127.0.0.1",
                                other.database().orElse(null),
                                other.runningText().isEmpty() ? "Sleep" : "Query",
                                "0",
                                "OK",
                                other.runningText()))
                        .toList());
    }

    private static String constant(String what, TokenReader reader) throws StarRocksException {
        String words = reader.atEnd() || reader.atWord("LIKE") || reader.atWord("WHERE")
                ? what
                : what + " " + reader.next().text().toUpperCase(java.util.Locale.ROOT);
        ShownRows rows = FixedAnswers.of(words);
        if (words.equals("ALTER TABLE")) {
            while (!reader.atEnd()) {
                reader.next();
            }
        }
        return rows.query();
    }

    private static String row(List<String> columns, String... values) {
        return new ShownRows(columns, List.of(List.of(values))).query();
    }

    /** Adds the LIKE or WHERE of the statement; LIKE means the first column. */
    private String filtered(TokenReader reader, String query, String likeColumn) throws StarRocksException {
        if (reader.accept("LIKE")) {
            String pattern = Literals.string(reader.string());
            String column = likeColumn.isEmpty() ? "COLUMNS(*)" : TableName.quote(likeColumn);
            return "SELECT * FROM (" + query + ") WHERE " + column + " ILIKE " + pattern + " ESCAPE '\\'";
        }
        if (reader.accept("WHERE")) {
            return "SELECT * FROM (" + query + ") WHERE " + session.rewriter().rewrite(reader.remaining());
        }
        return query;
    }
}
