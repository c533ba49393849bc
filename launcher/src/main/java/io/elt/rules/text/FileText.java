package io.elt.rules.text;

import io.elt.diagnostic.Origin;
import io.elt.plan.ScriptFile;
import io.elt.plan.TableName;
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

    /**
     * A statement and what short names mean in it.
     *
     * @param table what it defines, if it is a CREATE TABLE
     * @param insert its head, if it is an INSERT
     */
    public record Line(StatementText text, NameScope scope, Optional<TableText> table, Optional<InsertText> insert) {
        static Line of(StatementText text, NameScope scope) {
            return new Line(text, scope, TableText.of(text), InsertText.of(text));
        }

        public Optional<TableName> resolve(List<String> parts) {
            return scope.resolve(parts);
        }
    }

    public static FileText of(ScriptFile script) {
        List<Line> lines = new ArrayList<>();
        NameScope scope = NameScope.START;
        for (Statement statement : script.statements()) {
            StatementText text = StatementText.of(statement, Dialect.FLINK);
            lines.add(Line.of(text, scope));
            scope = scope.after(text);
        }
        return new FileText(script.path(), script.job(), lines);
    }

    /** The first place where a query of the file names a table. */
    public Optional<Origin> mention(TableName table) {
        return lines.stream().flatMap(line -> mention(line, table).stream()).findFirst();
    }

    private static Optional<Origin> mention(Line line, TableName table) {
        if (line.table().isPresent()) {
            return Optional.empty();
        }
        int from = line.insert().map(InsertText::query).orElse(0);
        return line.text().names().stream()
                .filter(name -> name.first() >= from)
                .filter(name -> name.parts().get(name.parts().size() - 1).equals(table.table()))
                .filter(name -> line.resolve(name.parts()).filter(table::equals).isPresent())
                .map(name -> line.text().origin(name))
                .findFirst();
    }
}
