package io.elt.script;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;

import static io.elt.diagnostic.Diagnostic.error;

/** What can be wrong before a parser sees the SQL. */
final class ScriptErrors {

    private ScriptErrors() {}

    static Diagnostic unterminated(String what, Origin opened) {
        return error(ErrorCode.UNTERMINATED, "this " + what + " is not closed").at(opened);
    }

    static Diagnostic setNotEnded(Origin begin) {
        return error(ErrorCode.STATEMENT_SET, "this statement set has no END")
                .at(begin)
                .withHint("close it with 'END;'");
    }

    static Diagnostic setInSet(Origin begin) {
        return error(ErrorCode.STATEMENT_SET, "a statement set cannot stand in another one")
                .at(begin)
                .withHint("close the first one with 'END;'");
    }

    static Diagnostic endWithoutBegin(Origin end) {
        return error(ErrorCode.STATEMENT_SET, "END closes no statement set")
                .at(end)
                .withHint("open one with 'BEGIN STATEMENT SET;'");
    }

    static Diagnostic notAnInsert(Origin statement) {
        return error(ErrorCode.STATEMENT_SET, "a statement set holds INSERT statements only")
                .at(statement)
                .withHint("move this statement before the statement set");
    }
}
