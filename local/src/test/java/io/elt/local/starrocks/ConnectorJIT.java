package io.elt.local.starrocks;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The JDBC drivers: 8.4, which the warehouse uses, and 5.1, which the connector brings along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConnectorJIT {
    @TempDir
    private static Path directory;

    private Server server;

    @BeforeAll
    void start() throws Exception {
        server = Server.start(directory);
        server.run("CREATE DATABASE j");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void table() throws Exception {
        server.run(
                "DROP TABLE IF EXISTS j.t",
                "CREATE TABLE j.t (id BIGINT NOT NULL COMMENT 'key', i INT, s SMALLINT, t TINYINT, b BOOLEAN, f FLOAT,"
                        + " d DOUBLE, n DECIMAL(20, 4), v VARCHAR(100), day DATE, at DATETIME, j JSON)"
                        + " PRIMARY KEY (id)",
                "INSERT INTO j.t VALUES (1, -2, 3, -4, true, 1.5, 0.1, 12345678901234.5678, 'čau', '2020-02-29',"
                        + " '2020-02-29 10:11:12', '{\"a\": 1}')");
    }

    private Connection connect(String parameters) throws SQLException {
        return Server.connect(server.queryPort(), "j?" + parameters);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "useServerPrepStmts=false",
                "useServerPrepStmts=true",
                "useServerPrepStmts=true&cachePrepStmts=true"
            })
    void readsAndWritesEveryTypeWithParameters(String mode) throws Exception {
        try (Connection connection = connect(mode)) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, Long.MIN_VALUE + 1);
                insert.setInt(2, Integer.MIN_VALUE);
                insert.setShort(3, Short.MAX_VALUE);
                insert.setByte(4, (byte) -128);
                insert.setBoolean(5, false);
                insert.setFloat(6, -0.25f);
                insert.setDouble(7, 1e-10);
                insert.setBigDecimal(8, new BigDecimal("-9999999999999999.9999"));
                insert.setString(9, "it's \"quoted\" \\ and\nüñí 漢字 😀; -- # `x` ?");
                insert.setDate(10, Date.valueOf("1999-12-31"));
                insert.setTimestamp(11, Timestamp.valueOf("2024-01-01 01:02:03.5"));
                insert.setNull(12, Types.VARCHAR);
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM t WHERE id < ? AND v <> ?")) {
                select.setInt(1, 0);
                select.setString(2, "x' OR '1'='1");
                try (ResultSet row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getLong("id")).isEqualTo(Long.MIN_VALUE + 1);
                    assertThat(row.getObject("i")).isEqualTo(Integer.MIN_VALUE);
                    assertThat(row.getInt("s")).isEqualTo(Short.MAX_VALUE);
                    assertThat(row.getInt("t")).isEqualTo(-128);
                    assertThat(row.getBoolean("b")).isFalse();
                    assertThat(row.getFloat("f")).isEqualTo(-0.25f);
                    assertThat(row.getDouble("d")).isEqualTo(1e-10);
                    assertThat(row.getBigDecimal("n")).isEqualTo("-9999999999999999.9999");
                    assertThat(row.getString("v")).isEqualTo("it's \"quoted\" \\ and\nüñí 漢字 😀; -- # `x` ?");
                    assertThat(row.getObject("day")).isEqualTo(Date.valueOf("1999-12-31"));
                    assertThat(row.getTimestamp("at")).isEqualTo(Timestamp.valueOf("2024-01-01 01:02:03.5"));
                    assertThat(row.getString("j")).isNull();
                    assertThat(row.wasNull()).isTrue();
                    assertThat(row.next()).isFalse();
                }
            }
        }
    }

    @Test
    void preparedStatementsKnowTheirColumnsAheadAndRunAgain() throws Exception {
        try (Connection connection = connect("useServerPrepStmts=true");
                PreparedStatement select =
                        connection.prepareStatement("SELECT id, v, n * ? AS m FROM t WHERE id = ?")) {
            assertThat(select.getMetaData().getColumnCount()).isEqualTo(3);
            assertThat(select.getMetaData().getColumnLabel(3)).isEqualTo("m");
            for (int i = 1; i <= 3; i++) {
                select.setInt(1, i);
                select.setLong(2, 1);
                try (ResultSet row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getBigDecimal("m"))
                            .isEqualByComparingTo(
                                    new BigDecimal("12345678901234.5678").multiply(BigDecimal.valueOf(i)));
                }
            }
        }
    }

    @Test
    void metadataDescribesTheTable() throws Exception {
        try (Connection connection = connect("")) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getTables("j", null, "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
            assertThat(tables).containsExactly("t");
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getColumns("j", null, "t", "%")) {
                while (rows.next()) {
                    columns.add(rows.getString("COLUMN_NAME") + " " + rows.getInt("DATA_TYPE"));
                }
            }
            assertThat(columns)
                    .contains(
                            "id " + Types.BIGINT,
                            "n " + Types.DECIMAL,
                            "v " + Types.VARCHAR,
                            "day " + Types.DATE,
                            "at " + Types.TIMESTAMP);
            try (ResultSet keys = connection.getMetaData().getPrimaryKeys("j", null, "t")) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getString("COLUMN_NAME")).isEqualTo("id");
            }
        }
    }

    @Test
    void batchesAreUpserts() throws Exception {
        try (Connection connection = connect("rewriteBatchedStatements=true");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO t (id, v) VALUES (?, ?)")) {
            for (int i = 0; i < 1_000; i++) {
                insert.setInt(1, i % 500);
                insert.setString(2, "v" + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        assertThat(server.value("SELECT COUNT(*), MIN(v), MAX(v) FROM j.t")).isEqualTo("500|v500|v999");
    }

    @Test
    void severalStatementsInOneRequest() throws Exception {
        try (Connection connection = connect("allowMultiQueries=true");
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT 1; INSERT INTO t (id) VALUES (7); SELECT COUNT(*) FROM t"))
                    .isTrue();
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(1);
            assertThat(statement.getMoreResults()).isTrue();
            ResultSet count = statement.getResultSet();
            count.next();
            assertThat(count.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void packetsOfMoreThanSixteenMegabytesBothWays() throws Exception {
        String huge = "x".repeat(17_000_000);
        try (Connection connection = connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT '" + huge + "'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo(huge);
        }
    }

    @Test
    void aLargeResultIsStreamed() throws Exception {
        try (Connection connection = connect("useCursorFetch=false");
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows =
                    statement.executeQuery("WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n"
                            + " WHERE i < 2000) SELECT a.i * 10000 + b.i FROM n a, n b WHERE b.i <= 100")) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                assertThat(count).isEqualTo(200_000);
            }
        }
    }

    @Test
    void aQueryThatTakesTooLongIsCancelledAndTheConnectionLives() throws Exception {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(
                            () -> statement.executeQuery(
                                    "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1"
                                            + " FROM n WHERE i < 100000) SELECT COUNT(*) FROM n a, n b, n c WHERE a.i * b.i % 7 = c.i % 5"))
                    .isInstanceOf(SQLException.class);
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void anErrorHasMySqlsNumberAndStateAndTheConnectionLives() throws Exception {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nope"))
                    .isInstanceOfSatisfying(SQLException.class, error -> {
                        assertThat(error.getErrorCode()).isEqualTo(5502);
                        assertThat(error.getSQLState()).isEqualTo("42602");
                    });
            assertThat(statement.execute("SELECT 1")).isTrue();
        }
    }

    @Test
    void theOldDriverThatTheConnectorBringsWorksToo() throws Exception {
        Class<?> sink = Class.forName("com.starrocks.connector.flink.StarRocksSink");
        URL jar = sink.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) loader.loadClass("com.mysql.jdbc.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(driver.getMajorVersion()).isEqualTo(5);
            Properties properties = new Properties();
            properties.setProperty("user", "root");
            properties.setProperty("password", "");
            properties.setProperty("useSSL", "false");
            try (Connection connection = driver.connect(
                            "jdbc:mysql://127.0.0.1:" + server.queryPort() + "/j?useServerPrepStmts=true", properties);
                    PreparedStatement select = connection.prepareStatement("SELECT v, n, day FROM t WHERE id = ?")) {
                select.setLong(1, 1);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("čau");
                    assertThat(row.getBigDecimal(2)).isEqualTo("12345678901234.5678");
                    assertThat(row.getDate(3)).isEqualTo(Date.valueOf("2020-02-29"));
                }
            }
        }
    }
}
