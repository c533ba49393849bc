package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.SourceFile;
import io.elt.render.Renderer;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.List;
import java.util.Set;

/** The query of the command line: a template as every file of the project, with one statement that only reads. */
public final class QueryText {
    /** By this name problems point at the query. */
    public static final String FILE = "query";

    private static final Set<StatementKind> READING =
            Set.of(StatementKind.SELECT, StatementKind.SHOW, StatementKind.DESCRIBE, StatementKind.EXPLAIN);

    private QueryText() {}

    /**
     * @throws io.elt.diagnostic.EltException if it is not one statement that only reads
     */
    static Statement read(String sql, Dialect dialect, Renderer renderer) {
        List<Statement> statements = Script.statements(renderer.render(new SourceFile(FILE, FILE, sql)), dialect);
        if (statements.isEmpty()) {
            throw Diagnostic.error(ErrorCode.USAGE, "the query is empty").toException();
        }
        Statement statement = statements.get(0);
        if (!READING.contains(statement.kind())) {
            throw Diagnostic.error(
                            ErrorCode.SQL_UNSUPPORTED, "'elt query' only reads: SELECT, SHOW, DESCRIBE and EXPLAIN")
                    .at(statement.origin())
                    .withHint("to change data, write the statement into a file below sql/ and run it with 'elt run'")
                    .toException();
        }
        if (statements.size() > 1) {
            throw Diagnostic.error(ErrorCode.SQL_UNSUPPORTED, "'elt query' takes one statement")
                    .at(statements.get(1).origin())
                    .withHint("call it once for each")
                    .toException();
        }
        return statement;
    }
}
