package io.elt.cli;

import io.elt.cli.lineage.LineageJson;
import io.elt.cli.lineage.LineageTree;
import io.elt.cli.lineage.LineageView;
import io.elt.cli.lineage.LineageView.Direction;
import io.elt.cli.lineage.OpenLineageEvents;
import io.elt.cli.run.ShowLineage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Shows where columns come from and where they go. */
@Command(
        name = "lineage",
        mixinStandardHelpOptions = true,
        description = {
            "Show where a column comes from and where it goes, across all files: from the fields of topics to the views of"
                    + " StarRocks. Of a table: all its columns.",
            "Touches no cluster, no source and no table.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt lineage lake.dws.deposit.balance",
            "  elt lineage v_branch_asset_liability --up",
            "  elt lineage bank.transaction.amount --down --output json"
        })
final class LineageCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Parameters(
            paramLabel = "TABLE[.COLUMN]",
            description =
                    "A table, view or topic, and a column of it. What is unique may be shortened: dws.deposit, deposit.")
    String asked;

    @Option(names = "--up", description = "Only where it comes from.")
    boolean up;

    @Option(names = "--down", description = "Only where it goes.")
    boolean down;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    LineageFormat format;

    @Override
    public Integer call() {
        ShowLineage.Answer answer =
                new ShowLineage(elt.loading()).show(project.directory, project.overrides(), asked, directions());
        spec.commandLine().getErr().print(elt.printer(project.directory).print(answer.warnings()));
        spec.commandLine().getOut().print(print(answer.view()));
        return ExitCode.DONE;
    }

    private List<Direction> directions() {
        List<Direction> directions = new ArrayList<>();
        if (up || !down) {
            directions.add(Direction.UP);
        }
        if (down || !up) {
            directions.add(Direction.DOWN);
        }
        return directions;
    }

    private String print(LineageView view) {
        return switch (format) {
            case table -> LineageTree.print(view);
            case json -> LineageJson.print(view);
            case openlineage -> OpenLineageEvents.print(view, Instant.now());
        };
    }
}
