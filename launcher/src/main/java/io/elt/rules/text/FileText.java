package io.elt.rules.text;

import io.elt.diagnostic.Origin;
import io.elt.plan.ScriptFile;
import io.elt.plan.TableName;
import io.elt.rules.text.StatementText.Name;
import io.elt.script.Dialect;
import io.elt.script.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of the warehouse, statement by statement. */
public record FileText(String path, String job, List<Line> lines) {
    public FileText {
        lines = List.copyOf(lines);
    }

    /** A statement and what short names mean in it. */
    public record Line(StatementText text, NameScope scope) {
        public Optional<TableName> resolve(List<String> parts) {
            return scope.resolve(parts);
        }
    }

    public static FileText of(ScriptFile script) {
        List<Line> lines = new ArrayList<>();
        NameScope scope = NameScope.START;
        for (Statement statement : script.statements()) {
            StatementText text = StatementText.of(statement, Dialect.FLINK);
            lines.add(new Line(text, scope));
            scope = scope.after(text);
        }
        return new FileText(script.path(), script.job(), lines);
    }

    /** The first place where a query of the file names a table. */
    public Optional<Origin> mention(TableName table) {
        return lines.stream().flatMap(line -> mention(line, table).stream()).findFirst();
    }

    private static Optional<Origin> mention(Line line, TableName table) {
        int from = InsertText.of(line.text()).map(InsertText::query).orElse(0);
        for (Name name : line.text().names()) {
            boolean defines = TableText.of(line.text()).isPresent();
            if (name.first() >= from
                    && !defines
                    && line.resolve(name.parts()).filter(table::equals).isPresent()) {
                return Optional.of(line.text().origin(name));
            }
        }
        return Optional.empty();
    }
}
