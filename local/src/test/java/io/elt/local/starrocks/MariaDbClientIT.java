package io.elt.local.starrocks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The command line client that the analyst has. */
final class MariaDbClientIT {
    @TempDir
    private Path directory;

    private StarRocksServer server;

    @BeforeEach
    void start() throws Exception {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mariadb")));
        assumeTrue(installed || "true".equals(System.getenv("CI")), "the mariadb client is not installed");
        server = StarRocksServer.start(new StarRocksConfig(directory, "127.0.0.1", 0, 0, "secret"));
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private String client(String password, String sql, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "mariadb",
                "--skip-ssl",
                "-h127.0.0.1",
                "-P" + server.queryPort(),
                "-uroot",
                "-p" + password,
                "--default-character-set=utf8mb4"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(sql.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Test
    void runsAScriptAndCompletesNames() throws Exception {
        String output = client(
                "secret",
                "CREATE DATABASE b;\nUSE b;\nCREATE TABLE t (id INT NOT NULL, name STRING) PRIMARY KEY (id);\n"
                        + "INSERT INTO t VALUES (1, 'Plzeň'), (2, NULL);\nSELECT * FROM t ORDER BY id;\n"
                        + "SHOW TABLES;\nSTATUS;\n",
                "--auto-rehash");
        assertThat(output).contains("id\tname\n1\tPlzeň\n2\tNULL\n", "Tables_in_b\nt\n", "Current database:\tb");
        assertThat(client("secret", "SELECT COUNT(*) AS n FROM t", "b", "--auto-rehash", "--table"))
                .contains("| n ", " 2 |");
    }

    @Test
    void showsErrorsWithTheirNumber() throws Exception {
        assertThat(client("secret", "SELECT * FROM nope.t")).contains("ERROR 5502 (42602)", "Unknown table");
        assertThat(client("secret", "SELECT 1", "nope")).contains("ERROR 1049 (42000)", "Unknown database 'nope'");
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        assertThat(client("wrong", "SELECT 1")).contains("ERROR 1045 (28000)", "Access denied for user 'root'");
    }
}
