package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.status.JobStatus;
import io.elt.status.Lag;
import io.elt.status.Lake;
import io.elt.submit.JobState;
import io.elt.submit.Submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a project is at one moment.
 *
 * @param jobs in the order of the data
 * @param tables that they write, in the same order
 */
public record ProjectStatus(List<JobReport> jobs, List<TableReport> tables) {
    public ProjectStatus {
        jobs = List.copyOf(jobs);
        tables = List.copyOf(tables);
    }

    /**
     * @param submission the newest run of it that the cluster knows, if any
     * @param lags how far it is behind, for each input where that can be known
     */
    public record JobReport(Job job, Optional<Submission> submission, Optional<JobStatus> status, List<Lag> lags) {
        /** Whether it does what it is there for. */
        public boolean isWell() {
            return status.filter(this::isWell).isPresent();
        }

        private boolean isWell(JobStatus now) {
            return now.state() == JobState.RUNNING || now.state() == JobState.FINISHED && job.endsByItself();
        }

        /** How long the oldest change has been waiting that is not in its tables yet. */
        Duration behind() {
            return lags.stream().map(Lag::waiting).max(Duration::compareTo).orElse(Duration.ZERO);
        }
    }

    /**
     * @param written when the newest snapshot was committed, if there is one and the table is in a lake
     * @param behind how long the oldest change has been waiting, here or anywhere on its way from the selected jobs' sources,
     *     that is not in the table yet
     */
    public record TableReport(TableName table, String job, Optional<Instant> written, Duration behind) {}

    static ProjectStatus of(Plan plan, List<JobReport> jobs, Lake lake) {
        Map<String, Duration> behind = new HashMap<>();
        List<TableReport> tables = new ArrayList<>();
        for (JobReport report : jobs) {
            Duration before = plan.upstream(report.job()).stream()
                    .map(upstream -> behind.getOrDefault(upstream.name(), Duration.ZERO))
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            Duration own = report.behind();
            behind.put(report.job().name(), own.compareTo(before) > 0 ? own : before);
            for (TableName table : report.job().writes()) {
                tables.add(new TableReport(
                        table,
                        report.job().name(),
                        lake.lastCommit(table),
                        behind.get(report.job().name())));
            }
        }
        return new ProjectStatus(jobs, tables);
    }

    /** Whether all jobs do what they are there for. */
    public boolean isWell() {
        return jobs.stream().allMatch(JobReport::isWell);
    }
}
