package io.elt.lineage;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.Frameworks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The tables and views of StarRocks, as Calcite has to know them to follow the columns of a query. */
final class ViewCatalog {
    private static final Map<String, SqlTypeName> TYPES = Map.ofEntries(
            Map.entry("BOOLEAN", SqlTypeName.BOOLEAN),
            Map.entry("TINYINT", SqlTypeName.TINYINT),
            Map.entry("SMALLINT", SqlTypeName.SMALLINT),
            Map.entry("INT", SqlTypeName.INTEGER),
            Map.entry("INTEGER", SqlTypeName.INTEGER),
            Map.entry("BIGINT", SqlTypeName.BIGINT),
            Map.entry("LARGEINT", SqlTypeName.BIGINT),
            Map.entry("FLOAT", SqlTypeName.DOUBLE),
            Map.entry("DOUBLE", SqlTypeName.DOUBLE),
            Map.entry("DECIMAL", SqlTypeName.DECIMAL),
            Map.entry("CHAR", SqlTypeName.VARCHAR),
            Map.entry("VARCHAR", SqlTypeName.VARCHAR),
            Map.entry("STRING", SqlTypeName.VARCHAR),
            Map.entry("DATE", SqlTypeName.DATE),
            Map.entry("DATETIME", SqlTypeName.TIMESTAMP));

    private final SchemaPlus root = Frameworks.createRootSchema(false);
    private final TreeSet<String> columns = new TreeSet<>();

    SchemaPlus root() {
        return root;
    }

    /** Names of all columns, in lower case. */
    TreeSet<String> columns() {
        return columns;
    }

    /**
     * @param columns with StarRocks' types
     */
    void add(String database, String table, LinkedHashMap<String, String> columns) {
        SchemaPlus schema = root.getSubSchema(database);
        if (schema == null) {
            schema = root.add(database, new AbstractSchema());
        }
        schema.add(table, new ColumnsOnly(columns));
        columns.keySet().forEach(column -> this.columns.add(column.toLowerCase(Locale.ROOT)));
    }

    /** A view of which only the names of the columns are known. */
    void add(String database, String view, List<String> names) {
        LinkedHashMap<String, String> columns = new LinkedHashMap<>();
        names.forEach(name -> columns.put(name, ""));
        add(database, view, columns);
    }

    /** Whether there is such a table or view. */
    boolean has(String database, String table) {
        SchemaPlus schema = root.getSubSchema(database);
        return schema != null && schema.getTable(table) != null;
    }

    private static final class ColumnsOnly extends AbstractTable {
        private final Map<String, String> columns;

        ColumnsOnly(Map<String, String> columns) {
            this.columns = columns;
        }

        @Override
        public RelDataType getRowType(RelDataTypeFactory types) {
            RelDataTypeFactory.Builder row = types.builder();
            columns.forEach((name, type) -> row.add(name, type(types, type)));
            return row.build();
        }

        private static RelDataType type(RelDataTypeFactory types, String text) {
            String word = text.replaceAll("[^A-Za-z].*", "").toUpperCase(Locale.ROOT);
            String base = word.startsWith("DECIMAL") ? "DECIMAL" : word;
            // Of what Calcite does not know the type, it does not check the use.
            SqlTypeName type = TYPES.getOrDefault(base, SqlTypeName.ANY);
            return types.createTypeWithNullability(types.createSqlType(type), true);
        }
    }
}
