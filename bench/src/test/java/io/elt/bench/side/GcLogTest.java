package io.elt.bench.side;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GcLogTest {
    @Test
    void thePeakIsTheFullestHeapBeforeACollection() {
        assertThat(
                        GcLog.peakMegabytes(
                                """
                [0.012s][info][gc] Using Parallel
                [1.310s][info][gc] GC(0) Pause Young (Metadata GC Threshold) 88M->22M(377M) 17.9ms
                [9.001s][info][gc] GC(1) Pause Full (Ergonomics) 1201M->310M(1963M) 301.2ms
                [9.901s][info][gc] GC(2) Pause Young (Allocation Failure) 512M->48M(1962M) 11.3ms
                """))
                .isEqualTo(1201);
    }

    @Test
    void withoutCollectionsThereIsNoPeak() {
        assertThat(GcLog.peakMegabytes("[0.012s][info][gc] Using Serial\n")).isZero();
    }
}
