package io.elt.rules.text;

import io.elt.plan.ScriptFile;
import io.elt.plan.TableName;
import io.elt.script.Dialect;
import io.elt.script.Statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All statements of a project as they are written, read once: a large project asks for each table many times. */
public final class ProjectText {
    /** A CREATE TABLE and the table that it makes. */
    public record Definition(FileText file, TableText text, TableName name) {}

    /** An INSERT and the table that it fills. */
    public record Write(FileText file, InsertText text, TableName table) {}

    private final List<FileText> files = new ArrayList<>();
    private final Map<String, List<FileText>> byJob = new HashMap<>();
    private final List<StatementText> statements = new ArrayList<>();
    private final List<StatementText> serving = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<TableName, TableText> lasting = new LinkedHashMap<>();
    private final List<Write> writes = new ArrayList<>();

    private ProjectText() {}

    /**
     * @param scripts what Flink runs
     * @param catalogs what must be there before
     * @param serving what StarRocks owns
     */
    public static ProjectText of(List<ScriptFile> scripts, List<Statement> catalogs, List<Statement> serving) {
        ProjectText text = new ProjectText();
        catalogs.forEach(statement -> text.statements.add(StatementText.of(statement, Dialect.FLINK)));
        scripts.stream().map(FileText::of).forEach(text::add);
        serving.forEach(statement -> text.serving.add(StatementText.of(statement, Dialect.STARROCKS)));
        text.statements.addAll(text.serving);
        return text;
    }

    private void add(FileText file) {
        files.add(file);
        byJob.computeIfAbsent(file.job(), job -> new ArrayList<>()).add(file);
        for (FileText.Line line : file.lines()) {
            statements.add(line.text());
            line.table().ifPresent(table -> line.resolve(table.name())
                    .ifPresent(name -> define(new Definition(file, table, name))));
            line.insert().ifPresent(insert -> line.resolve(insert.target())
                    .ifPresent(name -> writes.add(new Write(file, insert, name))));
        }
    }

    private void define(Definition definition) {
        definitions.add(definition);
        if (!definition.text().temporary()) {
            lasting.putIfAbsent(definition.name(), definition.text());
        }
    }

    /** The files below {@code sql/} that could be split. */
    public List<FileText> files() {
        return files;
    }

    public List<FileText> filesOf(String job) {
        return byJob.getOrDefault(job, List.of());
    }

    /** Every CREATE TABLE of the warehouse's files, temporary ones too, in the order of the files. */
    public List<Definition> definitions() {
        return definitions;
    }

    /** The CREATE TABLE of a table that outlives its file; the first, if files repeat it. */
    public Optional<TableText> definition(TableName name) {
        return Optional.ofNullable(lasting.get(name));
    }

    /** Every INSERT of the warehouse's files. */
    public List<Write> writes() {
        return writes;
    }

    /** What StarRocks owns. */
    public List<StatementText> serving() {
        return serving;
    }

    /** Every statement, of whatever kind of file. */
    public List<StatementText> statements() {
        return statements;
    }
}
