package io.elt.local.starrocks;

import io.elt.local.PortInUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Starting, stopping and starting again. */
final class StarRocksServerIT {
    @TempDir
    private Path directory;

    @Test
    void whatWasDefinedAndWrittenIsThereAfterARestart() throws Exception {
        try (Server server = Server.start(directory)) {
            server.run(
                    "CREATE DATABASE ads",
                    "CREATE TABLE ads.t (id INT NOT NULL COMMENT 'it''s \"key\"', d DECIMAL(9, 3) DEFAULT '0.5')"
                            + " PRIMARY KEY (id) COMMENT 'a `table`' DISTRIBUTED BY HASH(id) BUCKETS 3"
                            + " PROPERTIES ('replication_num' = '1')",
                    "INSERT INTO ads.t (id) VALUES (1)",
                    "CREATE VIEW ads.v (id COMMENT 'c', day) AS SELECT id, DATE_FORMAT('2024-01-02', '%d.%m.%Y') FROM"
                            + " ads.t");
        }
        try (Server server = Server.start(directory)) {
            assertThat(server.rows("SELECT * FROM ads.t")).containsExactly("1|0.500");
            assertThat(server.rows("SELECT * FROM ads.v")).containsExactly("1|02.01.2024");
            String definition = server.value("SHOW CREATE TABLE ads.t").substring("t|".length());
            server.run("CREATE DATABASE copy", "USE copy", definition);
            assertThat(server.value("SHOW CREATE TABLE copy.t")).isEqualTo("t|" + definition);
        }
    }

    @Test
    void aBusyPortIsNamed() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = busy.getLocalPort();
            assertThatThrownBy(() -> StarRocksServer.start(new StarRocksConfig(directory, "127.0.0.1", port, 0, "")))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("port " + port + " for StarRocks (MySQL protocol) is in use");
            assertThatThrownBy(() -> StarRocksServer.start(new StarRocksConfig(directory, "127.0.0.1", 0, port, "")))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("port " + port + " for StarRocks (HTTP) is in use");
        }
        Server.start(directory).close();
    }

    @Test
    void onlyThisMachineCanConnect() {
        assertThatThrownBy(() -> StarRocksServer.start(new StarRocksConfig(directory, "0.0.0.0", 0, 0, "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("loopback address only");
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> StarRocksServer.start(new StarRocksConfig(file, "127.0.0.1", 0, 0, "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file");
    }

    @Test
    void onlyOneServerPerFolder() throws Exception {
        ServerProcess first = ServerProcess.start(directory);
        try {
            assertThatThrownBy(() -> Server.start(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot open its data in " + directory);
        } finally {
            first.kill();
        }
    }

    @Test
    void aViewIsBoundToTheDatabaseInWhichItWasMade() throws Exception {
        try (Server server = Server.start(directory)) {
            server.run(
                    "CREATE DATABASE a",
                    "CREATE DATABASE b",
                    "CREATE TABLE a.t (x INT) DUPLICATE KEY (x)",
                    "CREATE TABLE b.t (x INT) DUPLICATE KEY (x)",
                    "INSERT INTO a.t VALUES (1)",
                    "INSERT INTO b.t VALUES (2)",
                    "USE a",
                    "CREATE VIEW v AS SELECT x FROM t");
            try (Connection other = Server.connect(server.queryPort(), "b");
                    ResultSet row = other.createStatement().executeQuery("SELECT x FROM a.v")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void theSettingsDoNotShowThePassword() {
        assertThat(new StarRocksConfig(directory, "127.0.0.1", 1, 2, "secret").toString())
                .doesNotContain("secret");
    }
}
