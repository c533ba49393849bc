package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Job;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;

import java.util.List;
import java.util.Map;

/** What a stream has read is in its tables, and known to be read, only with its checkpoints. */
final class Checkpoints {
    private static final String INTERVAL = CheckpointingOptions.CHECKPOINTING_INTERVAL.key();

    private Checkpoints() {}

    /**
     * @param settings of the target, which a job's own are set over
     * @throws io.elt.diagnostic.EltException if they are switched off for a job that needs them
     */
    static void require(List<Job> jobs, Map<String, String> settings) {
        Problems problems = new Problems();
        for (Job job : jobs) {
            String interval = job.settings().getOrDefault(INTERVAL, settings.get(INTERVAL));
            if (!job.endsByItself() && interval != null && isOff(interval)) {
                problems.add(off(job, interval));
            }
        }
        problems.throwIfErrors();
    }

    private static boolean isOff(String interval) {
        return Configuration.fromMap(Map.of(INTERVAL, interval))
                .get(CheckpointingOptions.CHECKPOINTING_INTERVAL)
                .isZero();
    }

    private static Diagnostic off(Job job, String interval) {
        return Diagnostic.error(
                        ErrorCode.BAD_VALUE,
                        "job " + job.name() + " takes no checkpoints: " + INTERVAL + " is " + interval
                                + ", so nothing would ever be seen in the tables that it writes")
                .at(SourceSpan.ofFile(job.files().get(0)))
                .withHint("set it to how late rows may be seen, such as 10 s, or leave it out: 10 s is the default");
    }
}
