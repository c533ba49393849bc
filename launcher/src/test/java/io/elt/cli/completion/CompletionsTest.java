package io.elt.cli.completion;

import io.elt.cli.Called;
import io.elt.cli.Elt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionsTest {
    /** Values that nobody but the user knows. */
    private static final Set<String> OWN_WORDS = Set.of("PATH", "SQL", "ID", "PORT", "N", "NAME", "GLOB", "DATE");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() {
        write(
                "elt.yaml",
                """
                name: shop
                vars: {zone: UTC, history: 30 d}
                sources: {order: {connector: kafka}, click: {connector: kafka}}
                targets:
                  default: local
                  local: {run-on: embedded}
                  production: {run-on: yarn, vars: {warehouse: x}}
                """);
        write(
                "sql/ods_order.sql",
                """
                {# It's the table of what's ordered. -#}
                {{ config(tags=['daily', "urgent"]) }}
                CREATE TABLE IF NOT EXISTS lake.ods.`order` (id INT) WITH ({{ history('lookup') }});
                CREATE TEMPORARY TABLE order_event (id INT) WITH ({{ source('order') }});
                """);
        write("sql/city/dws_city.sql", "CREATE TABLE lake.dws.city (city STRING); INSERT INTO lake.dws.city SELECT 1;");
        write("sql/serving/city.sql", "CREATE TABLE IF NOT EXISTS ads.city (a INT) COMMENT \"the city's\";");
        write("sql/serving/v_city.sql", "CREATE OR REPLACE VIEW ads.v_city AS SELECT 1");
        write("macros/lake.sql", "{% macro ingest() %}CREATE TABLE lake.ods.quarantine (x INT){% endmacro %}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru                         | run",
                "run --tar                  | --target",
                "run --target ''            | local production",
                "run -t p                   | production",
                "run --target=p             | --target=production",
                "run d                      | dws_city",
                "run +d                     | +dws_city",
                "run 2+dws                  | 2+dws_city",
                "run @dws                   | @dws_city",
                "run layer:                 | layer:dws layer:ods",
                "run ods_order,layer:d      | ods_order,layer:dws",
                "run +tag:                  | +tag:daily +tag:urgent",
                "run --select tag:u         | tag:urgent",
                "run lake.d                 | lake.dws.city",
                "run table:starrocks        | table:starrocks.ads.city table:starrocks.ads.v_city",
                "run table:lake.ods         | table:lake.ods.order table:lake.ods.quarantine",
                "run sql/c                  | sql/city/ sql/city/dws_city.sql",
                "run path:sql/ci            | path:sql/city/ path:sql/city/dws_city.sql",
                "run name:ods               | name:ods_order",
                "run file:dws               | file:dws_city.sql",
                "run source:                | source:click source:order",
                "run config.tags:d          | config.tags:daily",
                "run ods_order dw           | dws_city",
                "run -- dw                  | dws_city",
                "run -- --tar               | ",
                "render v                   | v_city",
                "render sql/serving/v       | sql/serving/v_city.sql",
                "check --var ''             | history= warehouse= zone=",
                "check --var hist           | history=",
                "ls -o ''                   | table json name path",
                "ls --output=j              | --output=json",
                "clean --what l             | logs",
                "query --on s               | starrocks",
                "query 'SELECT'             | ",
                "explain ELT101             | ELT1010 ELT1011 ELT1012",
                "completion ''              | bash zsh fish",
                "run --nonsense --tar       | --target",
                "nonsense --tar             | ",
                "frobnicate                 | ",
            })
    void offersWhatMayStandThere(String line, String expected) {
        assertThat(offered(line)).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void offersNothingThatIsHiddenOrGivenAlready() {
        assertThat(offered("c")).contains("check", "clean", "completion").doesNotContain("complete");
        assertThat(offered("run --once --o")).containsExactly("--output");
        assertThat(offered("run --select a --s")).as("may be repeated").containsExactly("--select");
        assertThat(offered("run -t local --ta")).isEmpty();
    }

    @Test
    void leavesFilesAndFoldersToTheShell() {
        assertThat(answer("run -C ''")).isEqualTo(new Answer.Folders());
        assertThat(answer("run --directory=x")).isEqualTo(new Answer.Folders());
        assertThat(answer("init ''")).isEqualTo(new Answer.Folders());
        assertThat(answer("demo --bank ''")).isEqualTo(new Answer.Folders());
    }

    @Test
    void knowsTheProjectThatTheLineNames() {
        Path other = folder.resolve("other");
        write("other/elt.yaml", "name: other\ntargets: {elsewhere: {run-on: yarn}}");

        assertThat(offered("run -C " + other + " -t ''")).containsExactly("elsewhere");
        assertThat(offered("run --directory=" + other + " -t ''")).containsExactly("elsewhere");
        assertThat(offered("run -C " + folder.resolve("missing") + " -t ''")).isEmpty();
    }

    @Test
    void offersWhatItCanInABrokenProject() {
        write("elt.yaml", "name: [");
        write("sql/dwd_half.sql", "CREATE TABLE lake.dwd.half (x STRING COMMENT 'not closed");

        assertThat(offered("run dw")).containsExactlyInAnyOrder("dwd_half", "dws_city");
        assertThat(offered("run lake.")).contains("lake.dws.city");
        assertThat(offered("run -t ''")).isEmpty();
    }

    @Test
    void saysWhatAWordIs() {
        assertThat(answer("run dws").text()).isEqualTo("dws_city\tsql/city/dws_city.sql\n");
        assertThat(answer("run --fre").text()).startsWith("--fresh\tStart without saved state\n");
        assertThat(answer("run -C ''").text()).isEqualTo(":folders\n");
    }

    /** A value that nothing is known about would offer nothing, in silence. */
    @Test
    void knowsWhatEachFlagAndParameterOfEachCommandTakes() {
        Set<String> unknown = new TreeSet<>();
        root().getSubcommands().forEach((name, command) -> {
            List<ArgSpec> all = new ArrayList<>(command.getCommandSpec().args());
            all.removeIf(argument -> argument.arity().max() == 0 || argument.completionCandidates() != null);
            all.removeIf(argument -> argument.type() == Path.class || OWN_WORDS.contains(argument.paramLabel()));
            all.removeIf(argument -> Completions.knows(argument.paramLabel()));
            all.forEach(argument -> unknown.add(name + " " + argument.paramLabel()));
        });
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bash, complete -F", "zsh, #compdef elt", "fish, complete -c elt"})
    void printsTheScriptOfEachShell(String shell, String part) {
        Called called = Called.elt("completion", shell);

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains(part, "elt completion " + shell);
        assertThat(called.err()).isEmpty();
    }

    @Test
    void saysWhichShellsThereAre() {
        assertThat(Called.elt("completion", "tcsh").err()).contains("[bash, zsh, fish]", "'tcsh'");
    }

    private List<String> offered(String line) {
        return answer(line) instanceof Answer.Words words
                ? words.candidates().stream().map(Candidate::word).toList()
                : List.of();
    }

    private Answer answer(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.replace("'", ""));
        }
        return new Completions(root(), folder).complete(words);
    }

    private static CommandLine root() {
        return new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
