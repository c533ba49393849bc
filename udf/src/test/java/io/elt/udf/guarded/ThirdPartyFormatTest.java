package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A format that guarded knows nothing about. */
class ThirdPartyFormatTest {

    private final GuardedDecoder words = GuardedDecoder.of("stutter", ROW(FIELD("word", DataTypes.STRING())));

    @Test
    void rowsKeepTheirKindAndOrder() {
        assertThat(words.decode("a b")).containsExactly("+U[a, null, null]", "+U[b, null, null]");
    }

    @Test
    void recordThatFailsInTheMiddleGivesNoneOfItsRows() {
        assertThat(words.decode("a b fail c")).containsExactly("+I[null, INNER_FORMAT, stutter: bad word]");
    }

    @Test
    void recordThatGivesNothingIsAnError() {
        assertThat(words.decode("nothing"))
                .containsExactly("+I[null, INNER_FORMAT, stutter: gave no row for this record]");
    }

    @Test
    void endlessRecursionIsAnErrorOfTheRecord() {
        assertThat(words.decode("deep")).containsExactly("+I[null, INNER_FORMAT, stutter: StackOverflowError]");
    }

    @Test
    void failureFurtherDownTheJobIsNoBadRecord() {
        assertThatThrownBy(() -> words.feed("a".getBytes(StandardCharsets.UTF_8), row -> {
                    throw new IllegalStateException("sink is full");
                }))
                .hasMessage("sink is full");
        assertThat(words.counted("quarantined")).isZero();
    }

    @Test
    void optionsBehindAPrefixAreItsOwn() {
        GuardedDecoder decoder =
                GuardedDecoder.of("stutter", ROW(FIELD("word", DataTypes.STRING())), "stutter.settings.any", "1");

        assertThat(decoder.decode("a")).hasSize(1);
    }
}
