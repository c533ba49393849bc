package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.lake.Alteration;
import io.elt.lake.LakeTables;
import io.elt.plan.Plan;
import io.elt.rules.text.ProjectText;

import java.util.List;
import java.util.Objects;

/** Brings the tables that a plan writes, and that are in the lake already, to their definitions. */
final class Alterations {
    private final Plan plan;
    private final ProjectText written;

    /**
     * @param plan the jobs that will write
     */
    Alterations(LoadedProject loaded, Plan plan) {
        this.plan = plan;
        this.written = loaded.text();
    }

    /**
     * Changes nothing, but finds out whether everything could be.
     *
     * @throws io.elt.diagnostic.EltException with every table that differs in what cannot be changed
     */
    void check() {
        try (LakeTables lake = new LakeTables(plan.lakes())) {
            possible(lake);
        }
    }

    /**
     * All or nothing: as long as one table cannot be changed, none is.
     *
     * @throws io.elt.diagnostic.EltException with every table that differs in what cannot be changed
     */
    void apply(Progress progress) {
        try (LakeTables lake = new LakeTables(plan.lakes())) {
            for (Alteration alteration : possible(lake)) {
                String what = "ALTER " + alteration.table() + ": " + String.join("; ", alteration.words());
                progress.step(what, () -> lake.apply(alteration));
            }
        }
    }

    private List<Alteration> possible(LakeTables lake) {
        Problems problems = new Problems();
        List<Alteration> alterations = alterations(lake);
        alterations.stream().filter(Alteration::isRefused).map(this::refused).forEach(problems::add);
        problems.throwIfErrors();
        return alterations;
    }

    private List<Alteration> alterations(LakeTables lake) {
        return plan.jobs().stream()
                .flatMap(job -> job.writes().stream())
                .distinct()
                .sorted()
                .map(plan.tables()::get)
                .filter(Objects::nonNull)
                .flatMap(table -> lake.alteration(table).stream())
                .filter(alteration -> !alteration.isNothing())
                .toList();
    }

    private Diagnostic refused(Alteration alteration) {
        Diagnostic problem = Diagnostic.error(
                        ErrorCode.TABLE_CHANGED,
                        "table " + alteration.table() + " is in the lake with another definition: "
                                + String.join("; ", alteration.refusals()))
                .withHint(
                        "bring the definition back, or give the table a new name; only what loses nothing is changed by itself:"
                                + " new columns that may be NULL, wider types, most options");
        return written.definition(alteration.table())
                .map(definition -> problem.at(definition.nameOrigin()))
                .orElse(problem);
    }
}
