package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.EnumSet;
import java.util.Set;

/** Which statements a file may hold: what a job is made of. Others would be executed while the file is only looked at. */
final class StatementScope {
    private static final Set<StatementKind> OF_A_JOB = EnumSet.of(
            StatementKind.CREATE_DATABASE,
            StatementKind.CREATE_TABLE,
            StatementKind.CREATE_TEMPORARY_TABLE,
            StatementKind.CREATE_VIEW,
            StatementKind.CREATE_TEMPORARY_VIEW,
            StatementKind.CREATE_FUNCTION,
            StatementKind.CREATE_TEMPORARY_FUNCTION,
            StatementKind.CREATE_TEMPORARY_SYSTEM_FUNCTION,
            StatementKind.INSERT,
            StatementKind.SET,
            StatementKind.RESET,
            StatementKind.USE,
            StatementKind.LOAD_MODULE,
            StatementKind.UNLOAD_MODULE,
            StatementKind.ADD_JAR,
            StatementKind.BEGIN_STATEMENT_SET,
            StatementKind.END);

    private StatementScope() {}

    static boolean isOfAJob(Statement statement) {
        return OF_A_JOB.contains(statement.kind());
    }

    static EltException refused(Statement statement) {
        return error(words(statement.kind()) + " cannot be in a job")
                .at(statement.origin())
                .withHint(hint(statement.kind()))
                .toException();
    }

    /** It would run a job at once, while the file is only looked at. */
    static EltException createAsSelect(Statement statement) {
        return error("CREATE TABLE ... AS cannot be in a job")
                .at(statement.origin())
                .withHint("write a CREATE TABLE with its columns, and an INSERT")
                .toException();
    }

    /** Every job has a default catalog of its own, so no other job would find the table. */
    static EltException defaultCatalog(Statement statement, TableName table) {
        return error("the table " + table.table() + " would be in no catalog of the project")
                .at(statement.origin())
                .withHint("name it catalog.database." + table.table() + ", or write CREATE TEMPORARY TABLE")
                .toException();
    }

    /** Lakes make folders of names. */
    static void requireFolderName(Statement statement, String name) {
        boolean folder = !name.isBlank()
                && !name.startsWith(".")
                && name.chars().noneMatch(letter -> letter == '/' || letter == '\\' || Character.isISOControl(letter));
        if (!folder) {
            throw error("'" + name + "' cannot be the name of a table or a database")
                    .at(statement.origin())
                    .withHint("lakes make a folder of it: no '/', no '\\', no '.' at its start")
                    .toException();
        }
    }

    private static Diagnostic error(String message) {
        return Diagnostic.error(ErrorCode.SQL_UNSUPPORTED, message);
    }

    private static String words(StatementKind kind) {
        return kind == StatementKind.OTHER ? "this statement" : kind.name().replace('_', ' ');
    }

    private static String hint(StatementKind kind) {
        return switch (kind) {
            case SELECT -> "nobody would get its rows: write INSERT INTO ... SELECT, or ask with 'elt query'";
            case SHOW, DESCRIBE, EXPLAIN -> "ask with 'elt query'";
            case UPDATE, DELETE, TRUNCATE -> "a job changes tables by what it inserts";
            case ALTER, DROP -> "change the CREATE TABLE where the table is defined";
            case CREATE_CATALOG -> "move it into a file of catalogs/";
            case CREATE_MATERIALIZED_TABLE, CREATE_MATERIALIZED_VIEW -> "write a CREATE TABLE and an INSERT";
            default -> "a file holds definitions, settings and INSERTs";
        };
    }
}
