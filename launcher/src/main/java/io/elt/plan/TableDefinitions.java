package io.elt.plan;

import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.apache.flink.table.catalog.Column.PhysicalColumn;
import org.apache.flink.table.catalog.ResolvedCatalogTable;
import org.apache.flink.table.catalog.UniqueConstraint;
import org.apache.flink.table.operations.CreateTableASOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ReplaceTableAsOperation;
import org.apache.flink.table.operations.ddl.CreateDatabaseOperation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Creates the tables of all files in the throw-away lake before any query is looked at, so that a file may read what
 * another one defines, in whatever order they stand.
 */
final class TableDefinitions {
    private final Supplier<PlanningSession> sessions;
    private final PlanningProblems problems;
    private final DefinedTables found;
    private final Set<TableName> failed = new HashSet<>();

    private TableDefinitions(Supplier<PlanningSession> sessions, PlanningProblems problems, DefinedTables found) {
        this.sessions = sessions;
        this.problems = problems;
        this.found = found;
    }

    /**
     * Each file in a session of its own: what it says before a name may decide what the name means.
     *
     * @param found gets the tables
     */
    static TableDefinitions apart(PlanningCatalogs catalogs, PlanningProblems problems, DefinedTables found) {
        return new TableDefinitions(() -> new PlanningSession(catalogs.newEnvironment()), problems, found);
    }

    /**
     * All files in one session, which is faster, and the same if all of them write whole names.
     *
     * @param found gets the tables
     */
    static TableDefinitions together(PlanningCatalogs catalogs, PlanningProblems problems, DefinedTables found) {
        PlanningSession session = new PlanningSession(catalogs.newEnvironment());
        return new TableDefinitions(() -> session, problems, found);
    }

    /** Whether a statement creates something that outlives the session. */
    static boolean isDefinition(Statement statement) {
        return statement.kind() == StatementKind.CREATE_DATABASE || statement.kind() == StatementKind.CREATE_TABLE;
    }

    /**
     * Creates the tables of a file.
     *
     * @return them in the order of their statements, also those that another file has created word for word; empty if one failed
     */
    Optional<List<Table>> define(ScriptFile script) {
        if (script.statements().isEmpty()) {
            return Optional.of(List.of());
        }
        PlanningSession session = sessions.get();
        List<Table> tables = new ArrayList<>();
        boolean sound = true;
        for (Statement statement : script.statements()) {
            if (isDefinition(statement) || statement.kind() == StatementKind.USE) {
                sound &= problems.attempt(statement, session, () -> define(statement, session, tables));
            }
        }
        boolean created = tables.stream().noneMatch(table -> failed.contains(table.name()));
        return sound && created ? Optional.of(tables) : Optional.empty();
    }

    /** Runs definitions of which is known that they are right, and what they define. */
    void create(List<Statement> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        PlanningSession session = sessions.get();
        definitions.forEach(statement -> problems.attempt(statement, session, () -> session.execute(statement)));
    }

    private void define(Statement statement, PlanningSession session, List<Table> tables) {
        Operation operation = session.parse(statement);
        if (operation instanceof CreateTableASOperation || operation instanceof ReplaceTableAsOperation) {
            throw StatementScope.createAsSelect(statement);
        }
        if (operation instanceof CreateDatabaseOperation database) {
            StatementScope.requireFolderName(statement, database.getDatabaseName());
        }
        if (!(operation instanceof CreateTableOperation create)) {
            session.execute(statement);
            return;
        }
        TableName name = TableName.of(create.getTableIdentifier());
        if (name.catalog().equals(PlanningCatalogs.DEFAULT)) {
            throw StatementScope.defaultCatalog(statement, name);
        }
        StatementScope.requireFolderName(statement, name.database());
        StatementScope.requireFolderName(statement, name.table());
        Table table = describe(name, (ResolvedCatalogTable) create.getCatalogTable());
        tables.add(table);
        if (!found.add(table, statement)) {
            return;
        }
        failed.add(name);
        session.execute(statement);
        failed.remove(name);
    }

    private static Table describe(TableName name, ResolvedCatalogTable table) {
        List<Column> columns = table.getResolvedSchema().getColumns().stream()
                .filter(PhysicalColumn.class::isInstance)
                .map(column -> new Column(
                        column.getName(), column.getDataType().getLogicalType().asSummaryString()))
                .toList();
        List<String> key = table.getResolvedSchema()
                .getPrimaryKey()
                .map(UniqueConstraint::getColumns)
                .orElse(List.of());
        return new Table(name, columns, key, table.getOptions());
    }
}
