package io.elt.metrics;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reading what a reporter writes. */
class ExpositionTest {
    @Test
    void namesLabelsAndValuesAreRead() {
        Exposition metrics = Exposition.of(
                """
                # HELP x records (scope: taskmanager)
                # TYPE x gauge
                x{table="lake.ods.account",task="a \\"b\\", c",} 3.0
                x{table="lake.ods.loan",} 1.5E3
                x{table="lake.ods.loan",task="d",} NaN
                up 1
                """);

        assertThat(metrics.names()).containsExactlyInAnyOrder("x", "up");
        assertThat(metrics.labels("x")).containsExactly("table");
        assertThat(metrics.values("x", "table")).containsExactly("lake.ods.account", "lake.ods.loan");
        assertThat(metrics.sum("x", Map.of("task", "a \\\"b\\\", c"))).isEqualTo(3);
        assertThat(metrics.sum("x", Map.of("table", "lake.ods.loan"))).isNaN();
        assertThat(metrics.sum("up", Map.of())).isEqualTo(1);
    }

    @Test
    void whatIsNoSampleIsNotPassedOver() {
        assertThatThrownBy(() -> Exposition.of("x{table=\"a\"")).hasMessage("not a sample: x{table=\"a\"");
    }
}
