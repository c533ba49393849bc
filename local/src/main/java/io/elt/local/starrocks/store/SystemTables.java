package io.elt.local.starrocks.store;

import org.duckdb.DuckDBConnection;

import java.sql.SQLException;
import java.util.List;

import static io.elt.local.starrocks.sql.QueryRewriter.INFORMATION_SCHEMA;

/** The tables that hold the definitions, and {@code information_schema} with StarRocks' columns over them. */
final class SystemTables {
    private static final List<String> CATALOG = List.of(
            "CREATE SCHEMA IF NOT EXISTS _catalog",
            "CREATE SCHEMA IF NOT EXISTS _staging",
            "CREATE TABLE IF NOT EXISTS _catalog.databases(name VARCHAR, created TIMESTAMP)",
            "CREATE TABLE IF NOT EXISTS _catalog.definitions("
                    + "database_name VARCHAR, name VARCHAR, kind VARCHAR, definition VARCHAR, comment VARCHAR,"
                    + " model VARCHAR, created TIMESTAMP)",
            "CREATE TABLE IF NOT EXISTS _catalog.columns("
                    + "database_name VARCHAR, table_name VARCHAR, column_name VARCHAR, position BIGINT,"
                    + " column_default VARCHAR, nullable VARCHAR, data_type VARCHAR, column_type VARCHAR,"
                    + " column_size BIGINT, decimal_digits BIGINT, column_key VARCHAR, comment VARCHAR)",
            "CREATE TABLE IF NOT EXISTS _catalog.labels("
                    + "id BIGINT, label VARCHAR, database_name VARCHAR, table_name VARCHAR, state VARCHAR,"
                    + " timeout_seconds BIGINT, rows BIGINT, bytes BIGINT, changed TIMESTAMP)",
            "CREATE SCHEMA IF NOT EXISTS " + INFORMATION_SCHEMA);

    private static final String DEF = "'def'";

    private static final List<String> VIEWS = List.of(
            view(
                    "schemata",
                    "SELECT " + DEF + " AS CATALOG_NAME, name AS SCHEMA_NAME, 'utf8' AS DEFAULT_CHARACTER_SET_NAME,"
                            + " 'utf8_general_ci' AS DEFAULT_COLLATION_NAME, CAST(NULL AS VARCHAR) AS SQL_PATH"
                            + " FROM (SELECT name FROM _catalog.databases UNION ALL SELECT 'information_schema')"),
            view(
                    "tables",
                    "SELECT " + DEF + " AS TABLE_CATALOG, d.database_name AS TABLE_SCHEMA, d.name AS TABLE_NAME,"
                            + " CASE kind WHEN 'VIEW' THEN 'VIEW' ELSE 'BASE TABLE' END AS TABLE_TYPE,"
                            + " CASE kind WHEN 'VIEW' THEN '' ELSE 'StarRocks' END AS ENGINE,"
                            + " CAST(NULL AS BIGINT) AS VERSION, CAST(NULL AS VARCHAR) AS ROW_FORMAT,"
                            + " t.estimated_size AS TABLE_ROWS, CAST(NULL AS BIGINT) AS AVG_ROW_LENGTH,"
                            + " CAST(NULL AS BIGINT) AS DATA_LENGTH, CAST(NULL AS BIGINT) AS MAX_DATA_LENGTH,"
                            + " CAST(NULL AS BIGINT) AS INDEX_LENGTH, CAST(NULL AS BIGINT) AS DATA_FREE,"
                            + " CAST(NULL AS BIGINT) AS AUTO_INCREMENT, d.created AS CREATE_TIME,"
                            + " d.created AS UPDATE_TIME, CAST(NULL AS TIMESTAMP) AS CHECK_TIME,"
                            + " 'utf8_general_ci' AS TABLE_COLLATION, CAST(NULL AS BIGINT) AS CHECKSUM,"
                            + " '' AS CREATE_OPTIONS, d.comment AS TABLE_COMMENT"
                            + " FROM _catalog.definitions d LEFT JOIN duckdb_tables() t"
                            + " ON t.schema_name = d.database_name AND t.table_name = d.name AND NOT t.temporary"),
            view(
                    "columns",
                    "SELECT " + DEF + " AS TABLE_CATALOG, database_name AS TABLE_SCHEMA, table_name AS TABLE_NAME,"
                            + " column_name AS COLUMN_NAME, position AS ORDINAL_POSITION,"
                            + " column_default AS COLUMN_DEFAULT, nullable AS IS_NULLABLE, data_type AS DATA_TYPE,"
                            + " CASE WHEN data_type IN ('char', 'varchar') THEN column_size END"
                            + " AS CHARACTER_MAXIMUM_LENGTH,"
                            + " CASE WHEN data_type IN ('char', 'varchar') THEN column_size END"
                            + " AS CHARACTER_OCTET_LENGTH,"
                            + " CASE WHEN decimal_digits IS NOT NULL THEN column_size END AS NUMERIC_PRECISION,"
                            + " decimal_digits AS NUMERIC_SCALE,"
                            + " CASE data_type WHEN 'datetime' THEN CAST(6 AS BIGINT) END AS DATETIME_PRECISION,"
                            + " CAST(NULL AS VARCHAR) AS CHARACTER_SET_NAME, CAST(NULL AS VARCHAR) AS COLLATION_NAME,"
                            + " column_type AS COLUMN_TYPE, column_key AS COLUMN_KEY, '' AS EXTRA, '' AS PRIVILEGES,"
                            + " comment AS COLUMN_COMMENT, column_size AS COLUMN_SIZE,"
                            + " decimal_digits AS DECIMAL_DIGITS, CAST(NULL AS VARCHAR) AS GENERATION_EXPRESSION,"
                            + " CAST(NULL AS BIGINT) AS SRS_ID"
                            + " FROM _catalog.columns ORDER BY database_name, table_name, position"),
            view(
                    "views",
                    "SELECT " + DEF + " AS TABLE_CATALOG, database_name AS TABLE_SCHEMA, name AS TABLE_NAME,"
                            + " definition AS VIEW_DEFINITION, 'NONE' AS CHECK_OPTION, 'NO' AS IS_UPDATABLE,"
                            + " 'root' AS DEFINER, 'NONE' AS SECURITY_TYPE, 'utf8' AS CHARACTER_SET_CLIENT,"
                            + " 'utf8_general_ci' AS COLLATION_CONNECTION"
                            + " FROM _catalog.definitions WHERE kind = 'VIEW'"),
            view(
                    "tables_config",
                    "SELECT database_name AS TABLE_SCHEMA, name AS TABLE_NAME, 'OLAP' AS TABLE_ENGINE,"
                            + " model AS TABLE_MODEL,"
                            + " coalesce((SELECT string_agg('`' || column_name || '`', ', ' ORDER BY position)"
                            + " FROM _catalog.columns c WHERE c.database_name = d.database_name"
                            + " AND c.table_name = d.name AND c.column_key = 'PRI'), '') AS PRIMARY_KEY,"
                            + " '' AS PARTITION_KEY, '' AS DISTRIBUTE_KEY, 'HASH' AS DISTRIBUTE_TYPE,"
                            + " CAST(1 AS INTEGER) AS DISTRIBUTE_BUCKET, '' AS SORT_KEY, '{}' AS PROPERTIES,"
                            + " CAST(0 AS BIGINT) AS TABLE_ID"
                            + " FROM _catalog.definitions d WHERE kind = 'TABLE'"),
            view(
                    "key_column_usage",
                    "SELECT " + DEF + " AS CONSTRAINT_CATALOG, database_name AS CONSTRAINT_SCHEMA,"
                            + " 'PRIMARY' AS CONSTRAINT_NAME, " + DEF + " AS TABLE_CATALOG,"
                            + " database_name AS TABLE_SCHEMA, table_name AS TABLE_NAME, column_name AS COLUMN_NAME,"
                            + " position AS ORDINAL_POSITION, CAST(NULL AS BIGINT) AS POSITION_IN_UNIQUE_CONSTRAINT,"
                            + " CAST(NULL AS VARCHAR) AS REFERENCED_TABLE_SCHEMA,"
                            + " CAST(NULL AS VARCHAR) AS REFERENCED_TABLE_NAME,"
                            + " CAST(NULL AS VARCHAR) AS REFERENCED_COLUMN_NAME"
                            + " FROM _catalog.columns WHERE column_key = 'PRI'"),
            view(
                    "table_constraints",
                    "SELECT DISTINCT " + DEF + " AS CONSTRAINT_CATALOG, database_name AS CONSTRAINT_SCHEMA,"
                            + " 'PRIMARY' AS CONSTRAINT_NAME, database_name AS TABLE_SCHEMA,"
                            + " table_name AS TABLE_NAME, 'PRIMARY KEY' AS CONSTRAINT_TYPE"
                            + " FROM _catalog.columns WHERE column_key = 'PRI'"),
            view(
                    "engines",
                    "SELECT 'OLAP' AS ENGINE, 'YES' AS SUPPORT, 'Default storage engine' AS COMMENT,"
                            + " 'NO' AS TRANSACTIONS, 'NO' AS XA, 'NO' AS SAVEPOINTS"),
            view(
                    "character_sets",
                    "SELECT 'utf8' AS CHARACTER_SET_NAME, 'utf8_general_ci' AS DEFAULT_COLLATE_NAME,"
                            + " 'UTF-8 Unicode' AS DESCRIPTION, CAST(3 AS BIGINT) AS MAXLEN"),
            view(
                    "collations",
                    "SELECT 'utf8_general_ci' AS COLLATION_NAME, 'utf8' AS CHARACTER_SET_NAME, CAST(33 AS BIGINT) AS ID,"
                            + " 'Yes' AS IS_DEFAULT, 'Yes' AS IS_COMPILED, CAST(1 AS BIGINT) AS SORTLEN"),
            view(
                    "routines",
                    "SELECT '' AS ROUTINE_SCHEMA, '' AS ROUTINE_NAME, '' AS ROUTINE_TYPE, '' AS SPECIFIC_NAME"
                            + " WHERE false"),
            view("triggers", "SELECT '' AS TRIGGER_SCHEMA, '' AS TRIGGER_NAME WHERE false"),
            view(
                    "statistics",
                    "SELECT " + DEF + " AS TABLE_CATALOG, database_name AS TABLE_SCHEMA, table_name AS TABLE_NAME,"
                            + " CAST(0 AS BIGINT) AS NON_UNIQUE, database_name AS INDEX_SCHEMA,"
                            + " 'PRIMARY' AS INDEX_NAME, position AS SEQ_IN_INDEX, column_name AS COLUMN_NAME,"
                            + " 'A' AS COLLATION, CAST(NULL AS BIGINT) AS CARDINALITY,"
                            + " CAST(NULL AS BIGINT) AS SUB_PART, '' AS NULLABLE, '' AS INDEX_TYPE, '' AS COMMENT"
                            + " FROM _catalog.columns WHERE column_key = 'PRI'"),
            view(
                    "referential_constraints",
                    "SELECT '' AS CONSTRAINT_SCHEMA, '' AS CONSTRAINT_NAME, '' AS TABLE_NAME,"
                            + " '' AS REFERENCED_TABLE_NAME, '' AS UPDATE_RULE, '' AS DELETE_RULE WHERE false"));

    private SystemTables() {}

    static void create(DuckDBConnection connection) throws SQLException {
        for (String statement : CATALOG) {
            Storage.execute(connection, statement);
        }
        for (String statement : VIEWS) {
            Storage.execute(connection, statement);
        }
    }

    private static String view(String name, String query) {
        return "CREATE OR REPLACE VIEW " + INFORMATION_SCHEMA + "." + name + " AS " + query;
    }
}
