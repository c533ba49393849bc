package io.elt.rules;

import io.elt.diagnostic.Origin;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.Table;
import io.elt.plan.TableName;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.plan.operator.Written;
import io.elt.rules.text.FileText;
import io.elt.rules.text.InsertText;
import io.elt.rules.text.SelectText;
import io.elt.script.Statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A job as the optimiser sees it, and where its author wrote it. */
public record JobFlow(Job job, JobOperators operators, List<FileText> files, CheckedProject project) {
    private static final String CONNECTOR = "connector";

    /** Where the table of an INSERT is named. */
    public Origin target(int statement) {
        Statement insert = job.statements().get(statement);
        return line(insert)
                .flatMap(FileText.Line::insert)
                .map(InsertText::targetOrigin)
                .orElse(insert.origin());
    }

    /** Where the query of an INSERT names one of its columns, or else the INSERT's table. */
    public Origin column(Written written, int column) {
        return items(written).map(items -> items.get(column).origin()).orElseGet(() -> target(written.statement()));
    }

    /** Whether a column of the query is known to be more than one that it reads. */
    public boolean isComputed(Written written, int column) {
        return items(written).filter(items -> items.get(column).computed()).isPresent();
    }

    private Optional<List<SelectText.Item>> items(Written written) {
        return line(job.statements().get(written.statement())).flatMap(line -> line.insert()
                .flatMap(text -> SelectText.items(
                        line.text(), text.query(), written.query().size())));
    }

    private Optional<FileText.Line> line(Statement statement) {
        return files.stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> line.text().statement() == statement)
                .findFirst();
    }

    /** Where a query of the job names a table, or else where it is written to. */
    public Origin mention(TableName table, Operator operator) {
        return files.stream()
                .flatMap(file -> file.mention(table).stream())
                .findFirst()
                .orElseGet(() -> target(operator.inserts().get(0)));
    }

    /** The operator itself and all that it reads from, each once. */
    public Stream<Operator> upstream(Operator operator) {
        Map<Integer, Operator> reached = new LinkedHashMap<>();
        reach(operator, reached);
        return reached.values().stream();
    }

    private void reach(Operator operator, Map<Integer, Operator> reached) {
        if (reached.putIfAbsent(operator.id(), operator) == null) {
            operators.inputsOf(operator).forEach(input -> reach(input, reached));
        }
    }

    /** The tables that an operator's rows come from. */
    public List<Operator> scans(Operator operator) {
        return upstream(operator)
                .filter(each -> each.is(OperatorType.TABLE_SOURCE_SCAN))
                .toList();
    }

    /** A table of the lake, as the project defines it. */
    public Optional<Table> lakeTable(TableName name) {
        return Optional.ofNullable(project.plan().tables().get(name));
    }

    /** Whether a scan brings new rows without end: known to be so, not merely possible. */
    public boolean isEndless(Operator scan) {
        Optional<TableName> name = scan.table();
        if (name.filter(table -> lakeTable(table).isPresent()).isPresent()) {
            return true;
        }
        return name.flatMap(this::input).filter(JobFlow::isEndless).isPresent();
    }

    /** A table that the job reads from outside. */
    public Optional<ExternalInput> input(TableName name) {
        return job.inputs().stream()
                .filter(input -> input.name().equals(name.table()))
                .findFirst();
    }

    private static boolean isEndless(ExternalInput input) {
        return switch (input.option(CONNECTOR).orElse("")) {
            case "kafka" ->
                input.option("scan.bounded.mode")
                        .filter(mode -> !mode.equals("unbounded"))
                        .isEmpty();
            case "datagen" -> input.option("number-of-rows").isEmpty();
            default -> false;
        };
    }

    /** The columns of an operator that have one of these types, by the first words of the type. */
    public static boolean isOfType(String type, Set<String> wanted) {
        String word = type.split("[( ]", 2)[0];
        return wanted.contains(word);
    }
}
