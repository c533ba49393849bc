package io.elt.lineage;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Column;
import io.elt.plan.TableName;
import io.elt.plan.Traced;
import io.elt.plan.column.ColumnFlow;
import io.elt.plan.column.Influences;
import io.elt.plan.column.InsertFlow;
import io.elt.script.Statement;
import io.elt.serving.ServingColumn;
import io.elt.serving.ServingScript;
import io.elt.serving.ServingTable;
import io.elt.serving.ServingView;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts the flows of all statements together. */
public final class LineageReader {
    private final Traced traced;
    private final ServingScript serving;
    private final Datasets datasets;
    private final Map<Dataset, List<String>> columns = new TreeMap<>();
    private final Set<Dataset> written = new TreeSet<>();
    private final Set<Step> steps = new TreeSet<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    private LineageReader(Traced traced, ServingScript serving) {
        this.traced = traced;
        this.serving = serving;
        this.datasets = new Datasets(traced, serving);
    }

    public static Lineage read(Traced traced, ServingScript serving) {
        return new LineageReader(traced, serving).read();
    }

    private Lineage read() {
        traced.plan()
                .tables()
                .values()
                .forEach(table -> columns.put(
                        datasets.table(table.name()),
                        table.columns().stream().map(Column::name).toList()));
        for (ServingTable table : serving.tables()) {
            columns.put(
                    datasets.served(table.database(), table.table()),
                    table.columns().stream().map(ServingColumn::name).toList());
        }
        traced.flows().forEach(this::insert);
        views();
        return new Lineage(new LineageGraph(columns, written, steps), datasets.aliases(), warnings);
    }

    private void insert(InsertFlow flow) {
        flow.scanned().forEach((table, names) -> know(datasets.of(flow.job(), table), names));
        Dataset target = flow.output().map(datasets::external).orElseGet(() -> datasets.table(flow.table()));
        written.add(target);
        know(target, flow.columns().stream().map(ColumnFlow::column).toList());
        String file = file(flow.insert());
        for (ColumnFlow column : flow.columns()) {
            add(flow.job(), column.from(), new ColumnRef(target, column.column()), flow.job(), file);
        }
        add(flow.job(), flow.rows(), ColumnRef.rows(target), flow.job(), file);
    }

    /** Each file declares of a topic the columns that it needs. */
    private void know(Dataset dataset, List<String> names) {
        columns.merge(dataset, names, (first, more) -> Stream.concat(first.stream(), more.stream())
                .distinct()
                .toList());
    }

    /** The file that was rendered, also for a statement that a macro wrote. */
    private static String file(Statement statement) {
        List<SourceSpan> callers = statement.origin().calledFrom();
        return callers.isEmpty()
                ? statement.span().file()
                : callers.get(callers.size() - 1).file();
    }

    private void add(String job, Influences from, ColumnRef to, String by, String file) {
        from.byColumn()
                .forEach((column, kinds) -> kinds.forEach(kind -> steps.add(new Step(
                        new ColumnRef(datasets.of(job, column.table()), column.column()), to, kind, by, file))));
    }

    /** A view may read another one that is written below it, so those that cannot be read yet wait. */
    private void views() {
        ViewCatalog catalog = new ViewCatalog();
        for (ServingTable table : serving.tables()) {
            LinkedHashMap<String, String> types = new LinkedHashMap<>();
            table.columns().forEach(column -> types.put(column.name(), column.type()));
            catalog.add(table.database(), table.table(), types);
        }
        ViewReader reader = new ViewReader(catalog, path -> datasets.served(path));
        List<ServingView> waiting = serving.views();
        Map<ServingView, String> reasons = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            reasons.clear();
            List<ServingView> left = new ArrayList<>();
            for (ServingView view : waiting) {
                try {
                    view(view, reader.read(view), catalog);
                } catch (ViewReader.Unreadable e) {
                    left.add(view);
                    reasons.put(view, e.getMessage());
                }
            }
            more = left.size() < waiting.size() && !left.isEmpty();
            waiting = left;
        }
        reasons.forEach((view, reason) -> {
            columns.put(datasets.view(view.database(), view.view()), view.columns());
            warnings.add(LineageErrors.viewNotRead(view.statement(), view.database() + "." + view.view(), reason));
        });
    }

    private void view(ServingView view, ViewReader.ReadView read, ViewCatalog catalog) {
        catalog.add(view.database(), view.view(), read.columns());
        Dataset target = datasets.view(view.database(), view.view());
        columns.put(target, read.columns());
        written.add(target);
        String file = file(view.statement());
        for (int i = 0; i < read.columns().size(); i++) {
            ColumnRef to = new ColumnRef(target, read.columns().get(i));
            add("", read.flow().columns().get(i), to, target.toString(), file);
        }
        add("", read.flow().rows(), ColumnRef.rows(target), target.toString(), file);
    }

    /** What the project calls a table of StarRocks. */
    static TableName named(String catalog, List<String> path) {
        return new TableName(catalog, path.get(path.size() - 2), path.get(path.size() - 1));
    }
}
