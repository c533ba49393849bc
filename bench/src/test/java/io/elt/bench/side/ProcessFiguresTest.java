package io.elt.bench.side;

import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessFiguresTest {
    @Test
    void thePeakIsReadFromTheStatusOfTheProcess() {
        assertThat(ProcessFigures.peakMegabytes(
                        "Name:\tjava\nVmPeak:\t 9999999 kB\nVmHWM:\t  2097152 kB\nVmRSS:\t1 kB\n"))
                .isEqualTo(2048);
        assertThatThrownBy(() -> ProcessFigures.peakMegabytes("Name:\tjava\n")).hasMessageContaining("VmHWM");
    }

    @Test
    void aProcessThatRunsHasFigures() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        assertThat(ProcessFigures.peakMegabytes(self.pid())).isBetween(20.0, 4096.0);
        double before = ProcessFigures.cpuSeconds(self);
        assertThat(before).isPositive();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (ProcessFigures.cpuSeconds(self) <= before) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void aProcessThatIsGoneHasNone() {
        assertThatThrownBy(() -> ProcessFigures.peakMegabytes(Long.MAX_VALUE)).hasMessageContaining("needs Linux");
    }
}
