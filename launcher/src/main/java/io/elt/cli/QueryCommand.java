package io.elt.cli;

import io.elt.cli.output.OutputFormat;
import io.elt.cli.run.Query;
import io.elt.cli.run.QueryReader;
import io.elt.cli.run.QueryRequest;
import io.elt.cli.run.QueryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks the tables. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Answer one SQL query from the tables of the lake (by Flink), or from those of StarRocks.",
            "Also while another elt runs the project's jobs; finds the StarRocks of that one by itself.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt query \"SELECT * FROM dws.deposit ORDER BY balance DESC LIMIT 10\"",
            "  elt query \"SELECT * FROM dws.deposit /*+ OPTIONS('scan.snapshot-id'='3') */\"",
            "  elt query \"SHOW TABLES FROM dws\"",
            "  elt query --on starrocks \"SELECT * FROM ads.branch\" --output json",
        })
final class QueryCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    OutputOption output;

    @Parameters(
            paramLabel = "SQL",
            description = "One statement that only reads: SELECT, SHOW, DESCRIBE or EXPLAIN. A template, as files are.")
    String sql;

    @Option(
            names = "--on",
            paramLabel = "SIDE",
            defaultValue = "lake",
            description = "Who answers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    QueryRequest.Side side;

    @Override
    public Integer call() {
        elt.remember(QueryText.FILE, sql);
        new Query(elt.loading()).ask(new QueryRequest(project.directory, project.overrides(), sql, side), this::print);
        return ExitCode.DONE;
    }

    private void print(List<String> columns, Iterator<List<Object>> rows, QueryReader.Kind kind) {
        PrintWriter out = spec.commandLine().getOut();
        if (kind == QueryReader.Kind.TEXT && output.format == OutputFormat.table) {
            rows.forEachRemaining(row -> out.println(row.get(0)));
            return;
        }
        output.format.print(columns, rows, out);
    }
}
