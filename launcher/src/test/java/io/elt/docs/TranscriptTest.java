package io.elt.docs;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptTest {
    @Test
    void aCommandOwnsTheLinesBelowIt() {
        Transcript transcript = Transcript.of("$ elt ls\nname\na\n$ elt check\n");

        assertThat(transcript.steps())
                .containsExactly(new Transcript.Step("elt ls", "name\na\n"), new Transcript.Step("elt check", ""));
    }

    @Test
    void everyCharacterCountsWhereNothingIsLeftOut() {
        Transcript.Step step = new Transcript.Step("x", "a (1)\nb\n");

        assertThat(step.fits("a (1)\nb\n")).isTrue();
        assertThat(step.fits("a (1)\nb")).isTrue();
        assertThat(step.fits("a (2)\nb\n")).isFalse();
        assertThat(step.fits("a (1)\nb\nc\n")).isFalse();
        assertThat(step.fits("")).isFalse();
    }

    @Test
    void dotsStandForTheRestOfALineOrForLines() {
        Transcript.Step step = new Transcript.Step("x", "first ...\n...\nlast\n");

        assertThat(step.fits("first one\nlast\n")).isTrue();
        assertThat(step.fits("first one\n2\n3\nlast\n")).isTrue();
        assertThat(step.fits("first one\n2\n")).isFalse();
        assertThat(step.fits("second\nlast\n")).isFalse();
    }

    @Test
    void durationsMayDiffer() {
        Transcript.Step step = new Transcript.Step("x", "STOP a ... [OK in 0.1s]\n");

        assertThat(step.fits("STOP a ... [OK in 12.3s]\n")).isTrue();
        assertThat(step.fits("STOP a ... [FAILED]\n")).isFalse();
    }

    @Test
    void blocksKnowTheirFileAndLine() {
        Markdown page = new Markdown(null, "text\n```sql file=sql/a.sql\nSELECT 1;\n```\n```console\n$ x\n```\n");

        List<Markdown.Block> blocks = page.blocks();

        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(0).file()).hasValue("sql/a.sql");
        assertThat(blocks.get(0).content()).isEqualTo("SELECT 1;\n");
        assertThat(blocks.get(0).line()).isEqualTo(2);
        assertThat(blocks.get(1).is("console")).isTrue();
    }
}
