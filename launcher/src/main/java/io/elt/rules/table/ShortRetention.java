package io.elt.rules.table;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.plan.TableName;
import io.elt.project.Durations;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.OptionText;
import io.elt.rules.text.ProjectText.Definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stopped reader finds its place again while its consumer lives, or while time alone keeps the snapshots. Every job of elt
 * has a consumer, which lives for ever unless a table says otherwise.
 */
public final class ShortRetention implements Rule {
    /** Paimon's. */
    private static final Duration SNAPSHOTS_BY_DEFAULT = Duration.ofHours(1);

    /** Who does not say what a reader is allowed expects it to survive a night. */
    private static final Duration LAG_BY_DEFAULT = Duration.ofDays(1);

    private static final String CONSUMER = "consumer.expiration-time";
    private static final String SNAPSHOTS = "snapshot.time-retained";
    private static final String COUNT = "snapshot.num-retained.max";
    private static final String INTERVAL = "execution.checkpointing.interval";

    @Override
    public ErrorCode code() {
        return ErrorCode.SHORT_RETENTION;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        Duration allowed = project.project().check().allowedLag().orElse(LAG_BY_DEFAULT);
        List<Finding> findings = new ArrayList<>();
        for (Definition table : project.text().definitions()) {
            if (table.text().temporary() || !isRead(project, table.name())) {
                continue;
            }
            tooShort(table, allowed).ifPresent(findings::add);
            tooFew(project, table).ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean isRead(CheckedProject project, TableName table) {
        return project.plan().jobs().stream().anyMatch(job -> job.reads().contains(table));
    }

    private static Optional<Finding> tooShort(Definition table, Duration allowed) {
        Optional<OptionText> expiry = table.text().option(CONSUMER);
        Optional<Duration> consumer = expiry.map(OptionText::value).flatMap(Durations::parse);
        if (consumer.isEmpty()) {
            return Optional.empty();
        }
        Duration snapshots = duration(table, SNAPSHOTS).orElse(SNAPSHOTS_BY_DEFAULT);
        Duration kept = consumer.get().compareTo(snapshots) > 0 ? consumer.get() : snapshots;
        if (kept.compareTo(allowed) >= 0) {
            return Optional.empty();
        }
        Origin place = expiry.get().origin();
        return Optional.of(Finding.at(
                        place,
                        "a reader of " + table.name() + " that stands still for more than " + Durations.text(kept)
                                + " does not find its changes any more")
                .withDetail("its place is forgotten after " + expiry.get().value() + ", snapshots go after "
                        + Durations.text(snapshots) + "; a reader may stand still for " + Durations.text(allowed))
                .withHint("make '" + CONSUMER
                        + "' longer; 'check: {allowed-lag: ...}' in elt.yaml says how long that must be"));
    }

    /** At a snapshot a checkpoint the number of snapshots ends a history that time would keep. */
    private static Optional<Finding> tooFew(CheckedProject project, Definition table) {
        Optional<OptionText> count = table.text().option(COUNT);
        Optional<Long> most = count.map(OptionText::value)
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::valueOf);
        Optional<Duration> interval =
                Optional.ofNullable(project.flinkSettings().get(INTERVAL)).flatMap(Durations::parse);
        Optional<Duration> promised = duration(table, SNAPSHOTS);
        if (most.isEmpty() || interval.isEmpty() || promised.isEmpty()) {
            return Optional.empty();
        }
        Duration kept = interval.get().multipliedBy(most.get());
        if (kept.compareTo(promised.get()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.at(
                        count.get().origin(),
                        most.get() + " snapshots are gone in " + Durations.text(kept) + ", but " + table.name()
                                + " is said to keep " + Durations.text(promised.get()))
                .withDetail("there is up to one snapshot a checkpoint, and a checkpoint each "
                        + Durations.text(interval.get()))
                .withHint("leave '" + COUNT + "' out, so that time alone decides"));
    }

    private static Optional<Duration> duration(Definition table, String key) {
        return table.text().option(key).map(OptionText::value).flatMap(Durations::parse);
    }
}
