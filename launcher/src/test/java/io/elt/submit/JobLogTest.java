package io.elt.submit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobLogTest {
    @Test
    void theEndOfALogIsKeptInItsOrder() {
        assertThat(JobLog.tail("jobmanager", "a\nb\nc\n", 2).lines()).containsExactly("b", "c");
    }

    @Test
    void aShortLogIsKeptWhole() {
        assertThat(JobLog.tail("jobmanager", "a\nb", 100).lines()).containsExactly("a", "b");
        assertThat(JobLog.tail("jobmanager", "", 100).lines()).isEmpty();
    }

    @Test
    void linesOfWindowsEndTheSame() {
        assertThat(JobLog.tail("jobmanager", "a\r\nb\r\n", 1).lines()).containsExactly("b");
    }
}
