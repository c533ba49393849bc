package io.elt.local.starrocks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A server of a test and a Connector/J connection to it. */
final class Server implements AutoCloseable {
    private final StarRocksServer server;
    private final Connection connection;

    private Server(StarRocksServer server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    static Server start(Path directory) throws IOException, SQLException {
        StarRocksServer server = StarRocksServer.start(new StarRocksConfig(directory, "127.0.0.1", 0, 0, ""));
        return new Server(server, connect(server.queryPort(), ""));
    }

    static Server attach(StarRocksServer server) throws SQLException {
        return new Server(server, connect(server.queryPort(), ""));
    }

    static Connection connect(int port, String parameters) throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/" + parameters, "root", "");
    }

    int queryPort() {
        return server.queryPort();
    }

    int httpPort() {
        return server.httpPort();
    }

    Connection connection() {
        return connection;
    }

    void run(String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a query as they come over the wire, the values of a row joined by a bar. */
    List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = rows.getBytes(i);
                    values.add(bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8));
                }
                result.add(String.join("|", values));
            }
            return result;
        }
    }

    String value(String query) throws SQLException {
        return rows(query).get(0);
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.close();
    }
}
