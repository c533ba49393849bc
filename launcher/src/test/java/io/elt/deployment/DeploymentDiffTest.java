package io.elt.deployment;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentDiffTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Deployment deployment(String version, Map<String, String> settings, String... statements) {
        Deployment any = Deployments.of("a", NOON);
        return new Deployment(
                any.id(),
                any.project(),
                any.target(),
                any.job(),
                any.action(),
                new Author(NOON, "ann", "desk", Optional.empty(), Map.of("elt", version)),
                new Program(List.of(statements), settings, Optional.empty(), "f"),
                any.remains());
    }

    private static List<String> diff(Deployment before, Deployment after) {
        return DeploymentDiff.of(before, after).stream()
                .map(line -> line.part() + " " + line.change() + line.text())
                .toList();
    }

    @Test
    void onlyPartsThatDifferAreTold() {
        Deployment before = deployment("1", Map.of("a", "1", "b", "2"), "SELECT 1");
        Deployment after = deployment("2", Map.of("a", "1", "c", "2"), "SELECT 1");

        assertThat(diff(before, after))
                .containsExactly(
                        "settings  a: 1", "settings -b: 2", "settings +c: 2", "versions -elt: 1", "versions +elt: 2");
        assertThat(diff(before, before)).isEmpty();
    }

    @Test
    void ofStatementsOnlyWhatIsNearAChangeIsTold() {
        String statement = "1\n2\n3\n4\n5\n6\n7\n8\n9";
        assertThat(diff(
                        deployment("1", Map.of(), statement, "z"),
                        deployment("1", Map.of(), statement.replace("6", "six").replace("1\n", ""), "z")))
                .containsExactly(
                        "statements -1",
                        "statements  2",
                        "statements  3",
                        "statements  4",
                        "statements  5",
                        "statements -6",
                        "statements +six",
                        "statements  7",
                        "statements  8",
                        "statements  9;");
    }

    @Test
    void farChangesHaveDotsBetween() {
        List<TextDiff.Line> lines =
                TextDiff.shortened(TextDiff.of(List.of("a", "b", "c", "d", "e"), List.of("A", "b", "c", "d", "E")), 1);
        assertThat(lines)
                .extracting(line -> line.change() + line.text())
                .containsExactly("-a", "+A", " b", " ...", " d", "-e", "+E");
    }
}
