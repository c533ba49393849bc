package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.sql.Sql;
import io.elt.local.starrocks.sql.Token;
import io.elt.local.starrocks.sql.TokenKind;
import io.elt.local.starrocks.sql.TokenReader;
import io.elt.local.starrocks.store.Storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SET: variables, names of character sets, and what clients set out of habit. */
final class SetStatements {
    private final Session session;

    SetStatements(Session session) {
        this.session = session;
    }

    void set(TokenReader reader) throws StarRocksException, SQLException {
        if (reader.accept("NAMES") || reader.accept("CHARACTER", "SET") || reader.accept("CHARSET")) {
            // Always utf8: there is nothing to choose.
            return;
        }
        if (reader.atWord("PASSWORD") || reader.atWord("ROLE") || reader.atWord("PROPERTY")) {
            throw StarRocksException.notSupported("SET " + reader.rest());
        }
        if (reader.accept("TRANSACTION")
                || reader.accept("SESSION", "TRANSACTION")
                || reader.accept("GLOBAL", "TRANSACTION")) {
            return;
        }
        do {
            assign(reader);
        } while (reader.acceptSymbol(","));
        reader.expectEnd();
    }

    private void assign(TokenReader reader) throws StarRocksException, SQLException {
        if (!reader.accept("SESSION") && !reader.accept("GLOBAL")) {
            reader.accept("LOCAL");
        }
        Token variable = reader.next();
        if (!reader.acceptSymbol("=")) {
            reader.expectSymbol(":=");
        }
        List<Token> value = value(reader);
        if (variable.kind() == TokenKind.USER_VARIABLE) {
            session.variables().setUser(variable.text(), evaluate(reader, value));
            return;
        }
        if (value.size() == 1 && value.get(0).isWord("DEFAULT")) {
            session.variables().reset(variable.text());
            return;
        }
        boolean plain = value.size() == 1
                && value.get(0).kind() != TokenKind.SYSTEM_VARIABLE
                && value.get(0).kind() != TokenKind.USER_VARIABLE;
        String text = plain ? value.get(0).text() : evaluate(reader, value);
        session.variables().setSystem(variable.text(), onOff(text));
        if (variable.text().equalsIgnoreCase("time_zone")) {
            Storage.execute(
                    session.connection(), "SET TimeZone = " + io.elt.local.starrocks.sql.Literals.string(zone(text)));
        }
    }

    private static List<Token> value(TokenReader reader) throws StarRocksException {
        List<Token> value = new ArrayList<>();
        int depth = 0;
        while (!reader.atEnd() && !(depth == 0 && reader.atSymbol(","))) {
            Token token = reader.next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            value.add(token);
        }
        return value;
    }

    private String evaluate(TokenReader reader, List<Token> value) throws StarRocksException, SQLException {
        Sql expression = new Sql(reader.source(), value);
        try (Outcome.Rows rows = session.query("SELECT " + session.rewriter().rewrite(expression))) {
            return rows.values().next() && rows.values().getObject(1) != null
                    ? rows.values().getString(1)
                    : "";
        }
    }

    private static String onOff(String text) {
        return switch (text.toUpperCase(java.util.Locale.ROOT)) {
            case "ON", "TRUE" -> "1";
            case "OFF", "FALSE" -> "0";
            default -> text;
        };
    }

    /** MySQL writes offsets as +08:00, DuckDB knows names only. */
    private static String zone(String text) throws StarRocksException {
        if (!text.matches("[+-]\\d{2}:\\d{2}")) {
            return text.equalsIgnoreCase("SYSTEM")
                    ? java.time.ZoneId.systemDefault().getId()
                    : text;
        }
        int hours = Integer.parseInt(text.substring(1, 3));
        if (!text.endsWith(":00")) {
            throw StarRocksException.notSupported("the time zone " + text + "; use a name such as Asia/Kolkata");
        }
        // In the Etc area the signs are turned around.
        return hours == 0 ? "UTC" : "Etc/GMT" + (text.charAt(0) == '+' ? "-" : "+") + hours;
    }
}
