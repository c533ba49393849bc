package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceSpanTest {

    private static final String TEXT = "one\ntwo\n\nfour";

    @Test
    void aPositionInTheFirstLine() {
        assertThat(SourceSpan.within("f", TEXT, 0, 3)).isEqualTo(new SourceSpan("f", 1, 1, 1, 4));
    }

    @Test
    void aSpanOverSeveralLines() {
        assertThat(SourceSpan.within("f", TEXT, 5, 11)).isEqualTo(new SourceSpan("f", 2, 2, 4, 3));
    }

    @Test
    void theEndOfTheText() {
        assertThat(SourceSpan.within("f", TEXT, TEXT.length(), TEXT.length()))
                .isEqualTo(new SourceSpan("f", 4, 5, 4, 5));
    }

    @Test
    void theLineEndBelongsToItsLine() {
        assertThat(SourceSpan.within("f", TEXT, 3, 4)).isEqualTo(new SourceSpan("f", 1, 4, 2, 1));
    }

    @Test
    void printsAsALink() {
        assertThat(SourceSpan.at("sql/a.sql", 3, 7)).hasToString("sql/a.sql:3:7");
    }

    @Test
    void refusesWhatIsNoSpan() {
        assertThatThrownBy(() -> new SourceSpan("f", 2, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SourceSpan.at("f", 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
