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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Creates the tables of all files in the throw-away lake before any query is looked at, so that a file may read what
 * another one defines, in whatever order they stand.
 */
final class TableDefinitions {
    private final PlanningCatalogs catalogs;
    private final PlanningProblems problems;
    private final Map<TableName, Table> found = new TreeMap<>();
    private final Map<TableName, Statement> definedBy = new HashMap<>();

    TableDefinitions(PlanningCatalogs catalogs, PlanningProblems problems) {
        this.catalogs = catalogs;
        this.problems = problems;
    }

    /** Whether a statement creates something that outlives the session. */
    static boolean isDefinition(Statement statement) {
        return statement.kind() == StatementKind.CREATE_DATABASE || statement.kind() == StatementKind.CREATE_TABLE;
    }

    void define(ScriptFile script) {
        PlanningSession session = new PlanningSession(catalogs.newEnvironment());
        for (Statement statement : script.statements()) {
            if (isDefinition(statement) || statement.kind() == StatementKind.USE) {
                problems.attempt(statement, session, () -> define(statement, session));
            }
        }
    }

    Map<TableName, Table> found() {
        return found;
    }

    private void define(Statement statement, PlanningSession session) {
        Operation operation = session.parse(statement);
        if (operation instanceof CreateTableASOperation || operation instanceof ReplaceTableAsOperation) {
            throw StatementScope.createAsSelect(statement);
        }
        if (operation instanceof CreateDatabaseOperation database) {
            StatementScope.requireFolderName(statement, database.getDatabaseName());
        }
        if (!(operation instanceof CreateTableOperation table)) {
            session.execute(statement);
            return;
        }
        TableName name = TableName.of(table.getTableIdentifier());
        if (name.catalog().equals(PlanningCatalogs.DEFAULT)) {
            throw StatementScope.defaultCatalog(statement, name);
        }
        StatementScope.requireFolderName(statement, name.database());
        StatementScope.requireFolderName(statement, name.table());
        Statement first = definedBy.putIfAbsent(name, statement);
        if (first == null) {
            found.put(name, describe(name, (ResolvedCatalogTable) table.getCatalogTable()));
            session.execute(statement);
            return;
        }
        if (!first.text().equals(statement.text())) {
            throw PlanningErrors.definedTwice(name, first, statement).toException();
        }
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
