package io.elt.metrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules and the dashboard of the chart. What really comes out of a running job is asked in RunIT. */
class MonitoringTest {
    private static final String PROMTOOL = "promtool";

    private final Monitoring monitoring = Monitoring.read();

    static boolean promtool() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROMTOOL)));
    }

    @Test
    void theDashboardShowsWhatTheRulesRecord() {
        assertThat(monitoring.panels().values().stream().flatMap(List::stream).toList())
                .as("every recorded metric is asked by an alert or a panel")
                .satisfies(expressions -> assertThat(monitoring.recorded().keySet())
                        .allSatisfy(name -> assertThat(String.join("\n", expressions)
                                        + monitoring.alerts().values())
                                .contains(name)));
    }

    @Test
    void whatIsNotThereIsNamed() {
        Monitoring asking = new Monitoring(
                Map.of("elt:x", "sum by (project, job) (x)"),
                Map.of("Late", "elt:x{layer=\"ods\"} > 1"),
                Map.of("Panel", List.of("y{project=\"a\"}")));

        assertThat(asking.missing(Exposition.of("x{project=\"a\",} 1")))
                .containsExactly("Late: elt:x has no label layer", "Panel 0: no metric y", "elt:x: x has no label job");
    }

    @Test
    void everyAlertIsInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/metrics.md"));

        assertThat(monitoring.alerts().keySet())
                .allSatisfy(alert -> assertThat(page).contains("`" + alert + "`"));
        assertThat(monitoring.recorded().keySet())
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    @EnabledIf("promtool")
    void prometheusTakesTheRulesAndAlertsWhenItShould() throws Exception {
        assertThat(run("check", "rules", Monitoring.ALERTS.toString())).isZero();
        assertThat(run("test", "rules", "src/test/resources/alerts/alerts_test.yaml"))
                .isZero();
    }

    private static int run(String... arguments) throws Exception {
        Process promtool = new ProcessBuilder(List.of(PROMTOOL, arguments[0], arguments[1], arguments[2]))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return promtool.exitValue();
    }
}
