package io.elt.backfill;

import io.elt.backfill.BoundedJob.Writing;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.runner.JobBundle;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a stream's bundle when the job has an end. */
class BoundedJobTest {
    private static final TableName INPUT = new TableName("lake", "dwd", "account");
    private static final TableName OUTPUT = new TableName("lake", "dws", "deposit");
    private static final TableName SERVED = new TableName("starrocks", "ads", "branch");
    private static final JobBundle STREAM = new JobBundle(
            "bank.dws_deposit",
            Map.of(
                    "parallelism.default", "2",
                    "paimon.lake.dwd.account.consumer-id", "bank-dws_deposit",
                    "paimon.lake.dwd.account.consumer.ignore-progress", "true"),
            List.of(
                    "INSERT INTO lake.dws.deposit SELECT * FROM lake.dwd.account",
                    "INSERT INTO starrocks.ads.branch SELECT * FROM lake.dwd.account"));

    private static JobBundle written(Writing writing) {
        Job job = new Job(
                "dws_deposit",
                List.of("sql/dws_deposit.sql"),
                Map.of(),
                List.of(),
                new TreeSet<>(Set.of(INPUT)),
                new TreeSet<>(Set.of(OUTPUT, SERVED)),
                List.of());
        return new BoundedJob(job, writing).write(STREAM, BoundedJob.mark("0a1b"), Set.of("lake"));
    }

    @Test
    void whatIsInATableOfTheLakeIsReplacedUnderTheMark() {
        JobBundle batch = written(Writing.REPLACE);

        assertThat(batch.statements().get(0)).startsWith("INSERT OVERWRITE lake.dws.deposit");
        assertThat(batch.statements().get(1)).startsWith("INSERT INTO starrocks.ads.branch");
        assertThat(batch.settings())
                .containsEntry("paimon.lake.dws.deposit.commit.user-prefix", "elt-batch-0a1b")
                .containsEntry("paimon.lake.dws.deposit.dynamic-partition-overwrite", "false")
                .containsEntry("parallelism.default", "2");
    }

    @Test
    void aPartIsMergedIntoWhatIsThere() {
        assertThat(written(Writing.MERGE).statements().get(0)).startsWith("INSERT INTO lake.dws.deposit");
    }

    @Test
    void itKeepsNoPlaceInWhatItReads() {
        assertThat(written(Writing.REPLACE).settings())
                .doesNotContainKeys(
                        "paimon.lake.dwd.account.consumer-id", "paimon.lake.dwd.account.consumer.ignore-progress");
    }

    @Test
    void aMarkIsKnownFromTheFingerprintOfAStream() {
        assertThat(BoundedJob.isMark(BoundedJob.mark("0a1b"))).isTrue();
        assertThat(BoundedJob.isMark("0a1b")).isFalse();
    }
}
