package io.elt.cli;

import io.elt.cli.plan.PlanDot;
import io.elt.cli.plan.PlanJson;
import io.elt.cli.plan.PlanMermaid;
import io.elt.cli.plan.PlanTable;
import io.elt.cli.plan.PlanView;
import io.elt.cli.run.ShowPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Shows what would run. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Show the jobs in the order of the data: what each reads and writes, as which kind of changes, and what state it"
                    + " keeps by which key for how long.",
            "Touches no cluster, no source and no table.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt plan", "  elt plan +ads_branch", "  elt plan layer:dws --output mermaid"})
final class PlanCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    PlanFormat format;

    @Override
    public Integer call() {
        PlanView view = new ShowPlan(elt.loading()).show(project.directory, project.overrides(), selection.selection());
        spec.commandLine().getOut().print(print(view));
        if (format == PlanFormat.table) {
            spec.commandLine()
                    .getErr()
                    .println(view.jobs().size() + (view.jobs().size() == 1 ? " job, " : " jobs, ") + view.states()
                            + (view.states() == 1 ? " state, " : " states, ") + view.statesForEver()
                            + " kept for ever");
        }
        return ExitCode.DONE;
    }

    private String print(PlanView view) {
        return switch (format) {
            case table -> PlanTable.print(view, Console.tableWidth(elt.environment(), spec));
            case json -> PlanJson.print(view);
            case mermaid -> PlanMermaid.print(view);
            case dot -> PlanDot.print(view);
        };
    }
}
