package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.deployment.Action;
import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.RecordException;
import io.elt.deployment.Remains;
import io.elt.deployment.Rollback;
import io.elt.deployment.TableTags;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.submit.JobIdentity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings tables, places and states of jobs back, while none of them runs. */
final class RollbackSteps {
    private final LoadedProject loaded;
    private final Plan plan;
    private final Recorder recorder;
    private final Progress progress;

    RollbackSteps(LoadedProject loaded, Plan plan, Recorder recorder, Progress progress) {
        this.loaded = loaded;
        this.plan = plan;
        this.recorder = recorder;
        this.progress = progress;
    }

    /**
     * Writes down what is about to be done: who is interrupted on the way is found by that.
     *
     * @throws io.elt.diagnostic.EltException if it cannot be written
     */
    void begin(Rollback rollback) {
        try {
            recorder.require(rollback.steps().stream().map(this::entry).toList());
        } catch (RecordException e) {
            throw Diagnostic.error(ErrorCode.NOT_RECORDED, e.getMessage() + ", so nothing goes back")
                    .withHint("let the user that runs elt write the database '" + DeploymentRecord.DATABASE
                            + "' of the lake")
                    .toException(e);
        }
    }

    /** What was begun. */
    Rows go(Rollback rollback) {
        for (Rollback.Kept kept : rollback.kept()) {
            progress.say("  table " + kept.table() + " stays as it is: " + kept.why());
        }
        for (Rollback.Step step : rollback.steps()) {
            Job job = plan.job(step.job()).orElseThrow();
            step.to()
                    .ifPresentOrElse(
                            to -> progress.step("ROLLBACK " + step.job() + " to " + to.id(), () -> goBack(job, to)),
                            () -> progress.say(
                                    "ROLLBACK " + step.job()
                                            + " to its beginning: it has no savepoint that is old enough, and reads its tables anew"));
        }
        rollback.steps().forEach(step -> step.to().ifPresent(this::tellFiles));
        return rows(rollback);
    }

    private Deployment entry(Rollback.Step step) {
        Job job = plan.job(step.job()).orElseThrow();
        if (step.to().isEmpty()) {
            return recorder.entry(Action.ROLLBACK, job, recorder.program(job), Remains.started(Optional.empty()));
        }
        Deployment to = step.to().get();
        Remains then = to.remains();
        return recorder.entry(
                Action.ROLLBACK,
                job,
                to.program(),
                new Remains(then.savepoint(), Optional.empty(), then.tags(), then.nextSnapshots()));
    }

    /** Each of it can be done again; the state, by which an interrupted rollback is known, goes last. */
    private void goBack(Job job, Deployment to) {
        Remains then = to.remains();
        TableTags tags = recorder.record().tags();
        for (Map.Entry<TableName, String> tag : then.tags().entrySet()) {
            tags.rollBack(tag.getKey(), tag.getValue());
        }
        for (Map.Entry<TableName, Long> place : then.nextSnapshots().entrySet()) {
            tags.setPlace(place.getKey(), loaded.bundler().consumerId(job), place.getValue());
        }
        Clusters.states(loaded).of(job.name()).goBackTo(then.savepoint().orElseThrow());
    }

    private void tellFiles(Deployment to) {
        Job job = plan.job(to.job()).orElseThrow();
        String files = JobIdentity.of(loaded.bundler()
                        .bundle(plan, job, Clusters.states(loaded).of(job.name()), Optional.empty())
                        .bundle())
                .fingerprint();
        if (files.equals(to.program().fingerprint())) {
            return;
        }
        String names = String.join(" ", job.files());
        recorder.tell(Diagnostic.warning(
                        ErrorCode.TAKEN_BACK, "the files of job " + job.name() + " are not what it went back to")
                .withHint("the next 'elt run' would deploy them again: bring them back, too"
                        + to.author()
                                .commit()
                                .filter(commit -> !commit.dirty())
                                .map(commit -> " (git checkout " + commit.text() + " -- " + names + ")")
                                .orElse(" (" + names + ")")));
    }

    private static Rows rows(Rollback rollback) {
        List<List<Object>> rows = rollback.steps().stream()
                .map(step -> List.<Object>of(
                        step.job(),
                        step.to().map(Deployment::id).orElse(""),
                        step.to().flatMap(to -> to.remains().savepoint()).orElse(""),
                        step.to().map(to -> to.remains().tags().keySet()).orElse(Set.of()).stream()
                                .map(String::valueOf)
                                .toList()))
                .toList();
        return new Rows(List.of("job", "to", "savepoint", "tables"), rows);
    }
}
