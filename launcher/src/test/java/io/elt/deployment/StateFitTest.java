package io.elt.deployment;

import io.elt.deployment.OperatorFit.Change;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.operator.JobOperators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of the state of a changed job. Whether Flink would take it is tried in {@link StateFitIT}. */
class StateFitTest {
    private static final String RANKED =
            """
            INSERT INTO lake.l.s SELECT word, amount, id FROM (
                SELECT *, ROW_NUMBER() OVER (PARTITION BY word ORDER BY amount DESC) AS place2 FROM lake.l.a
            ) WHERE place2 = 1;
            """;

    private static final String JOINED =
            "INSERT INTO lake.l.s SELECT a.word, a.amount, b.id2 FROM lake.l.a JOIN lake.l.b ON a.id = b.id2;";

    @TempDir
    private Path folder;

    private StateFit.Verdict verdict(String before, String after) {
        return StateFit.of(Changes.planned(folder, before), Changes.planned(folder, after));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeFitsOrNot(Changes change) {
        StateFit.Verdict verdict = StateFit.of(Changes.NOTHING.planned(folder), change.planned(folder));

        assertThat(verdict.fits()).as("%s", verdict).isEqualTo(change.expected != Changes.Expected.MISFIT);
        assertThat(verdict.problem().isPresent()).isEqualTo(change.expected == Changes.Expected.MISFIT);
        assertThat(verdict.remark().isPresent()).isEqualTo(change.expected == Changes.Expected.FITS_FROM_NOW_ON);
    }

    @Test
    void theProblemNamesTheOperatorsAndTheNextStep() {
        StateFit.Verdict verdict = verdict(Changes.NOTHING.sql(), Changes.ANOTHER_COLUMN_IS_SUMMED.sql());

        assertThat(verdict.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.STATE_INCOMPATIBLE);
            assertThat(problem.message()).isEqualTo("the state of job dws_s does not fit its new statements");
            assertThat(problem.detail())
                    .hasValue("GroupAggregate (SUM per kind) gets other rows now: what it has gathered so far is of"
                            + " the old ones");
            assertThat(problem.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("elt run dws_s --fresh"));
        });
    }

    @Test
    void aFilterOfAJobThatRemembersNothingIsARemark() {
        String before = "INSERT INTO lake.l.s SELECT word, amount, 1 FROM lake.l.a WHERE word IS NOT NULL AND id > 0;";
        StateFit.Verdict verdict = verdict(before, before.replace("> 0", "> 1"));

        assertThat(verdict.fits()).isTrue();
        assertThat(verdict.remark()).hasValueSatisfying(remark -> {
            assertThat(remark.code()).isEqualTo(ErrorCode.EARLIER_ROWS_STAY);
            assertThat(remark.detail())
                    .hasValueSatisfying(detail -> assertThat(detail).contains("Calc (filters rows)"));
        });
    }

    @Test
    void whatReadsAnotherTableMustNotGoOnAtThePlaceInTheOldOne() {
        StateFit.Verdict verdict = verdict(
                "INSERT INTO lake.l.c SELECT word, total, more FROM lake.l.s;",
                "INSERT INTO lake.l.s SELECT word, total, more FROM lake.l.c;");

        assertThat(verdict.misfits())
                .extracting(OperatorFit::change)
                .contains(Change.ELSEWHERE)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aTopicIsAnotherOneThoughItsTableIsCalledTheSame() {
        String before =
                """
                CREATE TEMPORARY TABLE event (word STRING, amount INT) WITH ('connector' = 'kafka', 'topic' = 'one',
                    'properties.bootstrap.servers' = 'nowhere:1', 'format' = 'json');
                INSERT INTO lake.l.s SELECT word, amount, 1 FROM event WHERE word IS NOT NULL;
                """;
        assertThat(verdict(before, before.replace("event", "renamed")).misfits())
                .isEmpty();
        assertThat(verdict(before, before.replace("'one'", "'two'")).misfits())
                .extracting(OperatorFit::change)
                .containsExactly(Change.ELSEWHERE);
    }

    @Test
    void anotherOrderOfARankIsAnotherRank() {
        assertThat(verdict(RANKED, RANKED).misfits()).isEmpty();
        assertThat(verdict(RANKED, RANKED.replace("amount DESC", "amount")).misfits())
                .extracting(OperatorFit::change)
                .containsExactly(Change.COMPUTES_OTHERWISE);
    }

    @Test
    void aJoinOnSomethingElseOrOfAnotherKindIsAnotherJoin() {
        assertThat(verdict(JOINED, JOINED).misfits()).isEmpty();
        assertThat(verdict(JOINED, JOINED.replace("a.id = ", "a.other = ")).fits())
                .isFalse();
        assertThat(verdict(JOINED, JOINED.replace(" JOIN", " LEFT JOIN")).fits())
                .isFalse();
    }

    @Test
    void anAddedOperatorMovesTheOthers() {
        StateFit.Verdict verdict = verdict(Changes.NOTHING.sql(), Changes.ANOTHER_INSERT.sql());

        assertThat(verdict.misfits())
                .extracting(OperatorFit::change)
                .contains(Change.NEW)
                .containsAnyOf(Change.MOVED, Change.GONE);
    }

    @Test
    void plansThatWereReadBackFromTheRecordAreTheSame() {
        JobOperators planned = Changes.NOTHING.planned(folder);
        JobOperators read = OperatorsJson.read(OperatorsJson.write(planned)).orElseThrow();

        assertThat(read).isEqualTo(planned);
        assertThat(StateFit.of(read, Changes.A_COMMENT.planned(folder)).fits()).isTrue();
        assertThat(OperatorsJson.read("{\"job\": \"a\", \"of another version\": 1}"))
                .isEmpty();
    }
}
