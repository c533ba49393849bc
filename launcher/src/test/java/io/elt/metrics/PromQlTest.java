package io.elt.metrics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Finding names in expressions. */
class PromQlTest {
    @Test
    void metricsAndTheLabelsThatTheyAreSelectedBy() {
        PromQl asked = PromQl.of(
                """
                elt:table_freshness_seconds{table!~".*[.]quarantine", project="a{b}"} > 600
                and on (namespace, job_name) min_over_time(elt:job_has_unread[10m]) == 1
                """);

        assertThat(asked.metrics()).containsExactly("elt:job_has_unread", "elt:table_freshness_seconds");
        assertThat(asked.matchers().get("elt:table_freshness_seconds")).containsExactly("project", "table");
        assertThat(asked.matchers().get("elt:job_has_unread")).isEmpty();
        assertThat(asked.groupings()).containsExactly("job_name", "namespace");
    }

    @Test
    void wordsFunctionsDurationsAndNumbersAreNoMetrics() {
        PromQl asked = PromQl.of(
                """
                time() - max by (job_name) (max_over_time(timestamp(changes(loads_count[2m]) > bool 0)[6h:1m])) / 1e3
                or rate(a[5m] offset 15m) * 0 unless sum(b) without (c) or vector(1)
                """);

        assertThat(asked.metrics()).containsExactly("a", "b", "loads_count");
        assertThat(asked.groupings()).containsExactly("c", "job_name");
    }

    @Test
    void labelsThatAreMadeOfOthers() {
        PromQl asked =
                PromQl.of("max by (table) (label_replace(a, \"table\", \"$1\", \"operator_name\", \"Sink: (.+)\"))");

        assertThat(asked.metrics()).containsExactly("a");
        assertThat(asked.made()).containsExactly(entry("table", "operator_name"));
    }
}
