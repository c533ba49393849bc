package io.elt.plan;

import io.elt.script.Statement;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogManager;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.catalog.exceptions.CatalogException;
import org.apache.flink.table.catalog.exceptions.DatabaseNotExistException;
import org.apache.flink.table.planner.functions.sql.FlinkSqlOperatorTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a statement can use, looked up when one was not found. */
final class KnownNames {
    private final TableEnvironment environment;
    private final CatalogManager catalogs;

    KnownNames(TableEnvironment environment) {
        this.environment = environment;
        this.catalogs = ((TableEnvironmentInternal) environment).getCatalogManager();
    }

    /** Names of tables and views, those of the current catalog as short as the given one. */
    List<String> tablesLike(String path) {
        boolean shortened = path.chars().filter(letter -> letter == '.').count() == 1;
        List<String> names = new ArrayList<>(Arrays.asList(environment.listTemporaryTables()));
        names.addAll(Arrays.asList(environment.listTemporaryViews()));
        for (TableName table : permanent()) {
            boolean current = table.catalog().equals(environment.getCurrentCatalog());
            names.add(shortened && current ? table.database() + "." + table.table() : table.toString());
        }
        return names;
    }

    /** As SQL knows them; the environment's own list has the names of the Java API too. */
    List<String> functions() {
        List<String> names = new ArrayList<>(Arrays.asList(environment.listUserDefinedFunctions()));
        FlinkSqlOperatorTable.instance(false).getOperatorList().stream()
                .filter(SqlFunction.class::isInstance)
                .map(SqlOperator::getName)
                .forEach(names::add);
        return names;
    }

    /** Columns of all tables and views that the statement mentions. */
    List<String> columns(Statement statement) {
        Set<String> names = new LinkedHashSet<>();
        Words mentioned = Words.of(statement.executableText());
        for (ObjectIdentifier table : identifiers()) {
            if (mentioned.contain(table.getObjectName())) {
                catalogs.getTable(table)
                        .ifPresent(
                                found -> names.addAll(found.getResolvedSchema().getColumnNames()));
            }
        }
        return List.copyOf(names);
    }

    boolean isTable(ObjectIdentifier table) {
        return catalogs.getTable(table).isPresent();
    }

    private List<ObjectIdentifier> identifiers() {
        List<ObjectIdentifier> all = new ArrayList<>();
        for (String temporary : environment.listTemporaryTables()) {
            all.add(inCurrent(temporary));
        }
        for (String temporary : environment.listTemporaryViews()) {
            all.add(inCurrent(temporary));
        }
        permanent().forEach(table -> all.add(ObjectIdentifier.of(table.catalog(), table.database(), table.table())));
        return all;
    }

    private ObjectIdentifier inCurrent(String name) {
        return ObjectIdentifier.of(environment.getCurrentCatalog(), environment.getCurrentDatabase(), name);
    }

    private List<TableName> permanent() {
        List<TableName> names = new ArrayList<>();
        for (String catalog : environment.listCatalogs()) {
            catalogs.getCatalog(catalog).ifPresent(found -> names.addAll(tablesOf(catalog, found)));
        }
        return names;
    }

    private static List<TableName> tablesOf(String name, Catalog catalog) {
        List<TableName> names = new ArrayList<>();
        try {
            for (String database : catalog.listDatabases()) {
                for (String table : catalog.listTables(database)) {
                    names.add(new TableName(name, database, table));
                }
            }
        } catch (CatalogException | DatabaseNotExistException e) {
            // Names are only for the hint; a catalog that does not answer has none to offer.
            return names;
        }
        return names;
    }
}
