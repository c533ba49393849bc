package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentDiff;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.GitCommit;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Plan;
import io.elt.project.Overrides;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code elt history}: what the deployment record says. */
public final class ShowHistory implements AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("id", "job", "action", "at", "by", "host", "commit", "from", "savepoint", "tags");

    private final String project;
    private final String target;
    private final DeploymentRecord record;

    private ShowHistory(String project, String target, DeploymentRecord record) {
        this.project = project;
        this.target = target;
        this.record = record;
    }

    /**
     * @throws io.elt.diagnostic.EltException if the project is wrong, or has no lake
     */
    public static ShowHistory open(ProjectLoading loading, Path directory, Overrides overrides) {
        LoadedProject loaded = loading.load(loading.read(directory, overrides, Ports.DEFAULT));
        Plan plan = Planning.plan(loaded);
        if (plan.lakes().isEmpty()) {
            throw Diagnostic.error(
                            ErrorCode.NOT_IN_RECORD, "the project has no lake, and so no record of its deployments")
                    .withHint("add a catalog of type 'paimon' below catalogs/")
                    .toException();
        }
        return new ShowHistory(
                loaded.project().name(), loaded.project().target().name(), new DeploymentRecord(plan.lakes()));
    }

    /** The last entry of each job. */
    public Rows jobs() {
        Map<String, Deployment> newest = new LinkedHashMap<>();
        record.of(project, target).forEach(deployment -> newest.putIfAbsent(deployment.job(), deployment));
        return rows(List.copyOf(newest.values()));
    }

    /**
     * All entries of a job, newest first.
     *
     * @throws io.elt.diagnostic.EltException if there are none
     */
    public Rows of(String job) {
        return rows(entries(job));
    }

    /**
     * What differs between two entries of a job.
     *
     * @param ids two of them, or none for what was changed last: the newest entry and the one before with other statements or
     *     settings
     */
    public List<DeploymentDiff.Line> diff(String job, List<String> ids) {
        RecordEntries entries = new RecordEntries(target, job, entries(job));
        return ids.isEmpty()
                ? entries.beforeTheLastChange()
                        .map(before -> DeploymentDiff.of(before, entries.newest()))
                        .orElse(List.of())
                : DeploymentDiff.of(entries.entry(ids.get(0)), entries.entry(ids.get(1)));
    }

    private List<Deployment> entries(String job) {
        List<Deployment> entries = record.of(project, target, job);
        if (entries.isEmpty()) {
            throw Diagnostic.error(
                            ErrorCode.NOT_IN_RECORD, "the record of target " + target + " has no job '" + job + "'")
                    .suggesting(job, jobNames())
                    .toException();
        }
        return entries;
    }

    private List<String> jobNames() {
        return record.of(project, target).stream()
                .map(Deployment::job)
                .distinct()
                .toList();
    }

    private static Rows rows(List<Deployment> deployments) {
        List<List<Object>> rows = new ArrayList<>();
        for (Deployment deployment : deployments) {
            rows.add(List.of(
                    deployment.id(),
                    deployment.job(),
                    deployment.action().text(),
                    deployment.author().at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    deployment.author().user(),
                    deployment.author().host(),
                    deployment.author().commit().map(GitCommit::text).orElse(""),
                    deployment.remains().restoredFrom().orElse(""),
                    deployment.remains().savepoint().orElse(""),
                    deployment.remains().tags().keySet().stream()
                            .map(String::valueOf)
                            .toList()));
        }
        return new Rows(COLUMNS, rows);
    }

    @Override
    public void close() {
        record.close();
    }
}
