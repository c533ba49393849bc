package io.elt.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;
import io.elt.cli.run.ProjectStatus.JobReport;
import io.elt.cli.run.ProjectStatus.TableReport;
import io.elt.status.Lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A status for people and for programs. Times are UTC; ages are told as they are at {@code now}. */
public final class StatusText {
    private static final String NOT_THERE = "not running";

    private final ProjectStatus status;
    private final Instant now;

    public StatusText(ProjectStatus status, Instant now) {
        this.status = status;
        this.now = now;
    }

    public String table() {
        return OutputFormat.table.print(jobs()) + "\n" + OutputFormat.table.print(tables());
    }

    /** What has to change for somebody to look again. */
    public String essence() {
        return status.jobs().stream()
                .map(report -> report.job().name() + state(report) + restarts(report))
                .collect(Collectors.joining());
    }

    private Rows jobs() {
        List<List<Object>> rows = new ArrayList<>();
        for (JobReport report : status.jobs()) {
            rows.add(List.of(
                    report.job().name(),
                    state(report),
                    report.status().flatMap(job -> job.since()).map(this::age).orElse(""),
                    restarts(report),
                    report.status()
                            .flatMap(job -> job.lastCheckpoint())
                            .map(this::age)
                            .orElse(""),
                    behind(report),
                    report.status().flatMap(job -> job.rootCause()).orElse("")));
        }
        return new Rows(List.of("job", "state", "for", "restarts", "checkpoint", "behind", "last failure"), rows);
    }

    private Rows tables() {
        List<List<Object>> rows = new ArrayList<>();
        for (TableReport report : status.tables()) {
            rows.add(List.of(
                    report.table().toString(),
                    report.job(),
                    report.written().map(this::age).orElse(""),
                    text(report.behind())));
        }
        return new Rows(List.of("table", "job", "written", "behind"), rows);
    }

    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("well", status.isWell());
        json.put("at", now.toString());
        ArrayNode jobs = json.putArray("jobs");
        status.jobs().forEach(report -> job(jobs.addObject(), report));
        ArrayNode tables = json.putArray("tables");
        for (TableReport report : status.tables()) {
            ObjectNode table = tables.addObject();
            table.put("table", report.table().toString());
            table.put("job", report.job());
            table.put("written", text(report.written()));
            table.put("behind_seconds", report.behind().toMillis() / 1000.0);
        }
        return json.toPrettyString() + "\n";
    }

    private static void job(ObjectNode json, JobReport report) {
        json.put("job", report.job().name());
        json.put("state", state(report));
        json.put("well", report.isWell());
        report.submission().ifPresent(submission -> {
            json.put("id", submission.jobId());
            json.put("application", submission.application());
            json.put("web", submission.rest().map(Object::toString).orElse(null));
        });
        report.status().ifPresent(status -> {
            json.put("since", text(status.since()));
            json.put("restarts", status.restarts());
            json.put("checkpoints", status.checkpoints());
            json.put("last_checkpoint", text(status.lastCheckpoint()));
            json.put("root_cause", status.rootCause().orElse(null));
        });
        ArrayNode inputs = json.putArray("inputs");
        for (Lag lag : report.lags()) {
            ObjectNode input = inputs.addObject();
            input.put("input", lag.input());
            input.put("unread", lag.unread());
            input.put("unit", unit(lag));
            input.put("behind_seconds", lag.waiting().toMillis() / 1000.0);
        }
    }

    private static String state(JobReport report) {
        return report.status()
                .map(status -> status.state().name().toLowerCase(Locale.ROOT))
                .orElse(NOT_THERE);
    }

    private static Object restarts(JobReport report) {
        return report.status().<Object>map(status -> status.restarts()).orElse("");
    }

    private static String behind(JobReport report) {
        String behind = report.lags().stream()
                .filter(lag -> !lag.isCaughtUp())
                .map(lag -> lag.input() + " " + lag.unread() + " " + unit(lag) + ", " + text(lag.waiting()))
                .collect(Collectors.joining("; "));
        return behind.isEmpty() && !report.lags().isEmpty() ? "caught up" : behind;
    }

    private static String unit(Lag lag) {
        return lag.unit().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    private String age(Instant moment) {
        return text(Duration.between(moment, now));
    }

    /** In the largest two units: {@code 3 d 4 h}. */
    static String text(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 86_400) {
            return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
        }
        return seconds / 86_400 + " d " + seconds % 86_400 / 3_600 + " h";
    }
}
