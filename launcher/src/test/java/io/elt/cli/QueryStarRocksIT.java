package io.elt.cli;

import io.elt.local.EmbeddedStack;
import io.elt.local.StackConfig;
import io.elt.serving.StarRocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Queries to a real embedded StarRocks, whether or not something else runs it. */
class QueryStarRocksIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), "name: test");
    }

    private Called query(String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(new String[] {"query", "--on", "starrocks", "-C", folder.toString()}, 0, all, 0, 5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Called.elt(all);
    }

    private void fill() throws IOException {
        try (EmbeddedStack stack = EmbeddedStack.startStarRocks(folder.resolve(".elt"), "127.0.0.1");
                StarRocks starRocks =
                        StarRocks.connect("jdbc:mysql://" + stack.endpoints().starRocks(), "root", "")) {
            starRocks.query("CREATE DATABASE ads");
            starRocks.query("CREATE TABLE ads.branch (id INT NOT NULL, name STRING, deposits DECIMAL(20, 2), on_ DATE,"
                    + " at_ DATETIME, open BOOLEAN) PRIMARY KEY (id) DISTRIBUTED BY HASH (id)");
            starRocks.query("INSERT INTO ads.branch VALUES"
                    + " (1, 'Praha', 39246142.80, '2024-01-02', '2024-01-02 03:04:05', TRUE),"
                    + " (2, NULL, NULL, NULL, NULL, NULL)");
        }
    }

    @Test
    void beforeAnythingRanItSaysSoAndMakesNothing() {
        Called called = query("SELECT 1");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("error[ELT8001]", "hint: fill it with 'elt run'");
        assertThat(folder.resolve(".elt")).doesNotExist();
    }

    @Test
    void startsTheServerForTheQueryWhenNobodyRunsIt() throws IOException {
        fill();

        assertThat(query("SELECT * FROM ads.branch ORDER BY id"))
                .isEqualTo(new Called(
                        0,
                        """
                                id  name      deposits  on_         at_                  open
                                 1  Praha  39246142.80  2024-01-02  2024-01-02 03:04:05     1
                                 2  NULL          NULL  NULL        NULL                 NULL
                                """,
                        ""));
        assertThat(EmbeddedStack.running(folder.resolve(".elt"))).isEmpty();
    }

    @Test
    void asksTheServerOfTheEltThatRuns() throws IOException {
        fill();

        try (EmbeddedStack stack = EmbeddedStack.start(new StackConfig(folder.resolve(".elt"), "127.0.0.1", 0, 0, 0))) {
            assertThat(query("-o", "json", "SELECT id, deposits, on_ FROM ads.branch WHERE id = 1"))
                    .isEqualTo(
                            new Called(0, "[\n  {\"id\":1,\"deposits\":39246142.80,\"on_\":\"2024-01-02\"}\n]\n", ""));
            assertThat(EmbeddedStack.running(folder.resolve(".elt"))).contains(stack.endpoints());
        }
    }

    @Test
    void aWrongQueryAndAChangeAreRefused() throws IOException {
        fill();

        assertThat(query("SELECT nope FROM ads.branch").err())
                .startsWith("error[ELT8002]: StarRocks refuses the query");
        assertThat(query("DROP TABLE ads.branch").err()).contains("error[ELT5002]", "only reads");
        assertThat(query("SHOW TABLES FROM ads").out()).contains("branch");
    }

    @Test
    void anotherServerIsFoundByTheVariablesOfTheProject() throws IOException {
        Files.writeString(
                folder.resolve("elt.yaml"),
                """
                name: test
                targets:
                  prod:
                    run-on: yarn
                    vars:
                      starrocks_jdbc_url: jdbc:mysql://127.0.0.1:1
                      starrocks_user: analyst
                      starrocks_password: correct-horse
                """);

        Called called = query("SELECT 1");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err())
                .startsWith("error[ELT8001]: StarRocks does not answer at jdbc:mysql://127.0.0.1:1")
                .doesNotContain("correct-horse");
    }
}
