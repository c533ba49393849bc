package io.elt.local.starrocks;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * SQL files as an analyst would write them, through a MySQL client. After a statement, {@code -- > a|b} is a row that it
 * answers and {@code -- ! text} a part of its error; a statement without either just has to work.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueryFilesIT {
    private static final Path FILES = Path.of("src/test/resources/io/elt/local/starrocks/queries");

    @TempDir
    private static Path directory;

    private Server server;

    @BeforeAll
    void start() throws Exception {
        server = Server.start(directory);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private record Case(int line, String sql, List<String> rows, List<String> errors) {}

    @TestFactory
    Stream<DynamicTest> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream().flatMap(file -> cases(file).stream()
                    .map(one -> DynamicTest.dynamicTest(
                            file.getFileName() + ":" + one.line() + " " + one.sql(), () -> check(one))));
        }
    }

    private static List<Case> cases(Path file) {
        List<Case> cases = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.startsWith("-- > ") || line.equals("-- >")) {
                cases.get(cases.size() - 1).rows().add(line.length() > 5 ? line.substring(5) : "");
            } else if (line.startsWith("-- ! ")) {
                cases.get(cases.size() - 1).errors().add(line.substring(5));
            } else if (!line.startsWith("--") && !line.isBlank()) {
                sql.append(sql.isEmpty() ? "" : "\n").append(line);
                if (line.endsWith(";")) {
                    cases.add(new Case(number, sql.toString(), new ArrayList<>(), new ArrayList<>()));
                    sql.setLength(0);
                }
            }
        }
        return cases;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void check(Case one) throws SQLException {
        if (!one.errors().isEmpty()) {
            assertThatThrownBy(() -> server.run(one.sql()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContainingAll(one.errors().toArray(new String[0]));
        } else if (!one.rows().isEmpty()) {
            assertThat(server.rows(one.sql())).containsExactlyElementsOf(one.rows());
        } else {
            server.run(one.sql());
        }
    }
}
