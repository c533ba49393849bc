package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.lake.Alteration;
import io.elt.lake.LakeTables;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brings the tables that a plan writes, and that are in the lake already, to their definitions. */
final class Alterations {
    private Alterations() {}

    /**
     * All or nothing: as long as one table cannot be changed, none is.
     *
     * @throws io.elt.diagnostic.EltException with every table that differs in what cannot be changed
     */
    static void apply(Plan plan, Progress progress) {
        try (LakeTables lake = new LakeTables(plan.lakes())) {
            Problems problems = new Problems();
            List<Alteration> alterations = new ArrayList<>();
            for (TableName name : written(plan)) {
                Optional.ofNullable(plan.tables().get(name))
                        .flatMap(lake::alteration)
                        .filter(alteration -> !alteration.isNothing())
                        .ifPresent(alterations::add);
            }
            alterations.stream()
                    .filter(Alteration::isRefused)
                    .map(alteration -> refused(plan, alteration))
                    .forEach(problems::add);
            problems.throwIfErrors();
            for (Alteration alteration : alterations) {
                String what = "ALTER " + alteration.table() + ": " + String.join("; ", alteration.words());
                progress.step(what, () -> lake.apply(alteration));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot close a catalog", e);
        }
    }

    private static SortedSet<TableName> written(Plan plan) {
        SortedSet<TableName> tables = new TreeSet<>();
        plan.jobs().forEach(job -> tables.addAll(job.writes()));
        return tables;
    }

    private static Diagnostic refused(Plan plan, Alteration alteration) {
        Diagnostic problem = Diagnostic.error(
                        ErrorCode.TABLE_CHANGED,
                        "table " + alteration.table() + " is in the lake with another definition: "
                                + String.join("; ", alteration.refusals()))
                .withHint(
                        "bring the definition back, or give the table a new name; only what loses nothing is changed by itself:"
                                + " new columns that may be NULL, wider types, most options");
        return definition(plan, alteration.table())
                .map(statement -> problem.at(statement.origin()))
                .orElse(problem);
    }

    /** The statement that most probably defines a table: a definition keeps no trace of where it was written. */
    private static Optional<Statement> definition(Plan plan, TableName table) {
        return plan.jobs().stream()
                .map(Job::statements)
                .flatMap(List::stream)
                .filter(statement -> statement.kind() == StatementKind.CREATE_TABLE)
                .filter(statement -> statement.text().contains(table.table()))
                .findFirst();
    }
}
