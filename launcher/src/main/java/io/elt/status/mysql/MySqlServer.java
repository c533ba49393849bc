package io.elt.status.mysql;

import io.elt.plan.ExternalInput;
import io.elt.status.SourceUnreachableException;
import org.apache.flink.cdc.connectors.mysql.source.offset.BinlogOffset;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks the server behind a table with the mysql-cdc connector, as its options say how. */
final class MySqlServer {
    private static final String JDBC = "jdbc.properties.";
    private static final String PATIENCE_MILLIS = "20000";

    private final ExternalInput input;

    MySqlServer(ExternalInput input) {
        this.input = input;
    }

    /** {@code core-db:3306}. */
    String address() {
        return input.option("hostname").orElse("") + ":" + input.option("port").orElse("3306");
    }

    /** Where the binlog ends now; empty if the server writes none. */
    Optional<BinlogOffset> end() {
        return ask("where its binlog ends", connection -> {
            // MySQL 8.4 has only the new words, MariaDB and older MySQL only the old ones.
            try {
                return end(connection, "SHOW MASTER STATUS");
            } catch (SQLException e) {
                return end(connection, "SHOW BINARY LOG STATUS");
            }
        });
    }

    private static Optional<BinlogOffset> end(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            if (!answer.next()) {
                return Optional.empty();
            }
            var end = BinlogOffset.builder().setBinlogFilePosition(answer.getString(1), answer.getLong(2));
            // MySQL's fifth column; MariaDB has none, and its own kind of ids is not the connector's.
            if (answer.getMetaData().getColumnCount() > 4 && answer.getString(5) != null) {
                end.setGtidSet(answer.getString(5).replace("\n", ""));
            }
            return Optional.of(end.build());
        }
    }

    /** The files of its binlog that are still there, in their order, with their sizes in bytes. */
    SortedMap<String, Long> binlogs() {
        return ask("which binlogs it keeps", connection -> {
            SortedMap<String, Long> files = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SHOW BINARY LOGS")) {
                while (answer.next()) {
                    files.put(answer.getString(1), answer.getLong(2));
                }
            }
            return files;
        });
    }

    /** Settings by name, in capitals as the server gives them. */
    Map<String, String> settings(String... names) {
        return ask("its settings", connection -> {
            Map<String, String> settings = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement("SHOW GLOBAL VARIABLES LIKE ?")) {
                for (String name : names) {
                    statement.setString(1, name);
                    try (ResultSet answer = statement.executeQuery()) {
                        if (answer.next()) {
                            settings.put(name, answer.getString(2));
                        }
                    }
                }
            }
            return settings;
        });
    }

    /** The columns of all tables that the input means, by table; its names are regular expressions. */
    Map<String, Set<String>> columns() {
        return ask("its columns", connection -> {
            Map<String, Set<String>> columns = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT table_schema, table_name, column_name FROM information_schema.columns"
                            + " WHERE table_schema RLIKE ? AND table_name RLIKE ?")) {
                statement.setString(1, whole(input.option("database-name").orElse("")));
                statement.setString(2, whole(input.option("table-name").orElse("")));
                try (ResultSet answer = statement.executeQuery()) {
                    while (answer.next()) {
                        columns.computeIfAbsent(
                                        answer.getString(1) + "." + answer.getString(2),
                                        first -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                                .add(answer.getString(3));
                    }
                }
            }
            return columns;
        });
    }

    private static String whole(String pattern) {
        return "^(" + pattern + ")$";
    }

    /** A question to the server. */
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T ask(String what, Question<T> question) {
        Properties properties = new Properties();
        properties.put("connectTimeout", PATIENCE_MILLIS);
        properties.put("socketTimeout", PATIENCE_MILLIS);
        input.options().forEach((key, value) -> {
            if (key.startsWith(JDBC)) {
                properties.put(key.substring(JDBC.length()), value);
            }
        });
        input.option("username").ifPresent(user -> properties.put("user", user));
        input.option("password").ifPresent(password -> properties.put("password", password));
        try (Connection connection = DriverManager.getConnection("jdbc:mysql://" + address() + "/", properties)) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new SourceUnreachableException(
                    "MySQL at " + address() + " does not tell " + what + ", asked for table " + input.name() + ": "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
    }
}
