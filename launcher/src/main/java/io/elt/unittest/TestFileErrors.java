package io.elt.unittest;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Value;

import java.util.Collection;
import java.util.List;

import static io.elt.diagnostic.Diagnostic.error;

/** What can be wrong with a file of cases. */
final class TestFileErrors {
    private TestFileErrors() {}

    static Diagnostic notCases(String path, Value value) {
        return error(ErrorCode.WRONG_TYPE, "a file of tests is a list of cases, not " + value.describe())
                .at(SourceSpan.ofFile(path))
                .withHint("start each case with '- name: what it shows'");
    }

    static Diagnostic wrongType(String what, String wanted, Value value) {
        return error(ErrorCode.WRONG_TYPE, what + " is " + value.describe() + ", not " + wanted)
                .at(value.span());
    }

    static Diagnostic missing(String key, SourceSpan span) {
        return error(ErrorCode.MISSING_KEY, "the case has no '" + key + "'").at(span);
    }

    static Diagnostic badOrders(Value.Scalar value) {
        return error(ErrorCode.BAD_VALUE, "'orders' is any or exact, not '" + value.text() + "'")
                .at(value.span())
                .withHint("or, for each input whose order is known, the columns of its key: {table: [column]}");
    }

    static Diagnostic badTime(Value.Scalar value) {
        return error(ErrorCode.TEST_VALUE, "'" + value.text() + "' is no time")
                .at(value.span())
                .withHint("write '2024-01-31 12:00:00'");
    }

    static Diagnostic nameTaken(String name, SourceSpan first, SourceSpan second) {
        return error(ErrorCode.TEST_NAME_TAKEN, "the name '" + name + "' is taken by the case in line " + first.line())
                .at(second);
    }

    static Diagnostic fixtureNotFound(String name, SourceSpan span, Collection<String> known) {
        return error(ErrorCode.TEST_FIXTURE, "there is no fixture '" + name + "' in " + Fixtures.FOLDER)
                .at(span)
                .withHint("a fixture is " + Fixtures.FOLDER + "/NAME.yaml or .csv")
                .suggesting(name, known);
    }

    static Diagnostic fixtureNotRows(String path, SourceSpan span) {
        return error(ErrorCode.TEST_FIXTURE, path + " is not a list of rows").at(span);
    }

    static Diagnostic csvNotFound(String path, SourceSpan span) {
        return error(ErrorCode.TEST_FIXTURE, "there is no file " + path)
                .at(span)
                .withHint("the path starts at the project's folder");
    }

    static Diagnostic csvCells(int wanted, int found, SourceSpan span) {
        return error(ErrorCode.TEST_FIXTURE, "the line has " + found + " cells, but the first one names " + wanted)
                .at(span);
    }

    static Diagnostic csvQuote(SourceSpan span) {
        return error(ErrorCode.TEST_FIXTURE, "a quote is opened and not closed, or text follows it")
                .at(span);
    }

    static Diagnostic tableUnknown(String table, String verb, SourceSpan span, List<String> known) {
        return error(ErrorCode.TEST_TABLE_UNKNOWN, "the tested files do not " + verb + " a table '" + table + "'")
                .at(span)
                .suggesting(table, known);
    }

    static Diagnostic writtenTableGiven(String table, SourceSpan span) {
        return error(ErrorCode.TEST_TABLE_UNKNOWN, table + " is written by one of the tested files, so it is not given")
                .at(span)
                .withHint("leave it out, or do not test the file that writes it");
    }

    static Diagnostic columnUnknown(TestTable table, String column, SourceSpan span) {
        return error(ErrorCode.TEST_COLUMN_UNKNOWN, TableTitle.of(table.name()) + " has no column '" + column + "'")
                .at(span)
                .suggesting(
                        column, table.columns().stream().map(TestColumn::name).toList());
    }

    static Diagnostic value(String message, SourceSpan span) {
        return error(ErrorCode.TEST_VALUE, message).at(span);
    }

    static Diagnostic change(String message, SourceSpan span) {
        return error(ErrorCode.TEST_CHANGE, message).at(span);
    }
}
