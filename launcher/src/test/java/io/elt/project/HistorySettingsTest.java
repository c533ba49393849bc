package io.elt.project;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** How much of the past a project and its targets keep. */
class HistorySettingsTest {
    @TempDir
    private Path folder;

    private HistorySettings read(String yaml, String target) throws IOException {
        Files.writeString(folder.resolve("elt.yaml"), yaml);
        return new ProjectReader(new Redactor())
                .read(folder, Overrides.none().withTarget(target))
                .history();
    }

    @Test
    void aTargetWinsOverTheProjectKeyByKey() throws IOException {
        String yaml =
                """
                name: bank
                history: {savepoints: 5, age: 30 d}
                targets:
                  local: {run-on: embedded, history: {savepoints: 2}}
                  prod: {run-on: yarn}
                """;

        assertThat(read(yaml, "local"))
                .isEqualTo(new HistorySettings(Optional.of(2), Optional.of(Duration.ofDays(30))));
        assertThat(read(yaml, "prod")).isEqualTo(new HistorySettings(Optional.of(5), Optional.of(Duration.ofDays(30))));
        assertThat(read("name: bank", "local")).isEqualTo(HistorySettings.NONE);
    }

    @Test
    void whatIsNoNumberOrDurationIsToldWithItsPlace() {
        String yaml =
                """
                name: bank
                history:
                  savepoints: 0
                  age: a while
                  entries: 9
                """;

        List<Diagnostic> problems = catchThrowableOfType(EltException.class, () -> read(yaml, "local"))
                .diagnostics();

        assertThat(problems)
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(ErrorCode.WRONG_TYPE, ErrorCode.BAD_VALUE, ErrorCode.UNKNOWN_KEY);
        assertThat(problems)
                .extracting(problem -> problem.span().orElseThrow().toString())
                .containsExactlyInAnyOrder("elt.yaml:3:15", "elt.yaml:4:8", "elt.yaml:5:3");
    }

    @Test
    void itIsASection() {
        assertThat(catchThrowableOfType(EltException.class, () -> read("name: bank\nhistory: 30 d\n", "local"))
                        .diagnostics())
                .singleElement()
                .hasToString("elt.yaml:2:10: error[ELT2105]: 'history' must be a mapping, but it is a text");
    }
}
