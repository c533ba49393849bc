package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE VIEW} from the view's name on. */
public final class ViewParser {
    private final TokenReader reader;

    public ViewParser(TokenReader reader) {
        this.reader = reader;
    }

    /** The view and its query; the query's text is kept, for SHOW CREATE VIEW. */
    public View parse(Optional<String> currentDatabase) throws StarRocksException {
        var name = reader.tableName(currentDatabase);
        List<View.ViewColumn> columns = new ArrayList<>();
        if (reader.acceptSymbol("(")) {
            do {
                String column = reader.identifier();
                columns.add(new View.ViewColumn(column, reader.accept("COMMENT") ? reader.string() : ""));
            } while (reader.acceptSymbol(","));
            reader.expectSymbol(")");
        }
        String comment = reader.accept("COMMENT") ? reader.string() : "";
        reader.accept("SECURITY", "NONE");
        reader.expect("AS");
        return new View(name, columns, comment, reader.rest());
    }
}
