package io.elt.serving;

import com.mysql.cj.jdbc.Driver;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** A StarRocks, or what stands in for one, over the MySQL protocol. */
public final class StarRocks implements AutoCloseable {
    static {
        // Before the connector does it: our commands come here first.
        JdbcDrivers.load();
    }

    private final Connection connection;

    private StarRocks(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param url {@code jdbc:mysql://host:port}
     * @throws io.elt.diagnostic.EltException if nothing answers there
     */
    public static StarRocks connect(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "20000");
        properties.setProperty("sslMode", "DISABLED");
        // A BOOLEAN is a 1 or a 0, as every MySQL client shows it; else the driver makes bytes of it.
        properties.setProperty("tinyInt1isBit", "false");
        try {
            return new StarRocks(new Driver().connect(url, properties));
        } catch (SQLException e) {
            throw Diagnostic.error(
                            ErrorCode.SERVING_UNREACHABLE, "StarRocks does not answer at " + url + ": " + firstLine(e))
                    .withHint("check that it runs and that starrocks_jdbc_url, user and password are right")
                    .toException(e);
        }
    }

    /**
     * Creates what the project's serving files say, and changes nothing that is there already unless they say so.
     *
     * @throws io.elt.diagnostic.EltException at the first statement that is refused
     */
    public void apply(ServingScript script) {
        for (Statement statement : script.statements()) {
            try (var call = connection.createStatement()) {
                call.execute(statement.executableText());
            } catch (SQLException e) {
                throw Diagnostic.error(ErrorCode.SERVING_SQL, "StarRocks refuses the statement: " + firstLine(e))
                        .at(statement.origin())
                        .toException(e);
            }
        }
    }

    /**
     * @param columns names as the query gives them
     * @param rows cells as the driver gives them
     */
    public record Answer(List<String> columns, List<List<Object>> rows) {}

    /**
     * @throws io.elt.diagnostic.EltException if the query is refused
     */
    public Answer query(String sql) {
        try (var call = connection.createStatement()) {
            if (!call.execute(sql)) {
                return new Answer(List.of("updated"), List.of(List.of(call.getUpdateCount())));
            }
            try (ResultSet result = call.getResultSet()) {
                return read(result);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Takes an answer while it comes. */
    @FunctionalInterface
    public interface Reader {
        void read(List<String> columns, Iterator<List<Object>> rows);
    }

    /**
     * As {@link #query(String)}, for an answer of any size: its rows are not kept.
     *
     * @throws io.elt.diagnostic.EltException if the query is refused
     */
    public void query(String sql, Reader reader) {
        try (var call = connection.createStatement()) {
            // Connector/J's way to say: row by row, do not read everything first.
            call.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet result = call.executeQuery(sql)) {
                reader.read(columns(result), new ResultRows(result));
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection to StarRocks does not close", e);
        }
    }

    private static Answer read(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        new ResultRows(result).forEachRemaining(rows::add);
        return new Answer(columns(result), rows);
    }

    private static List<String> columns(ResultSet result) throws SQLException {
        ResultSetMetaData description = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            columns.add(description.getColumnLabel(i));
        }
        return columns;
    }

    static EltException refused(SQLException error) {
        return Diagnostic.error(ErrorCode.SERVING_SQL, "StarRocks refuses the query: " + firstLine(error))
                .toException(error);
    }

    private static String firstLine(SQLException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
