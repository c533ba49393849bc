package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what DuckDB says in StarRocks' words, so that a client sees one database. */
final class DuckDbErrors {
    private static final Pattern UNKNOWN_TABLE = Pattern.compile("Table with name (\\S+) does not exist");
    private static final Pattern UNKNOWN_FUNCTION = Pattern.compile("Function with name \"?(\\S+?)\"? does not exist");

    private DuckDbErrors() {}

    static StarRocksException translate(SQLException failure, Optional<String> database) {
        String message = String.valueOf(failure.getMessage());
        String line = message.lines().findFirst().orElse("").replaceAll("[.!]+$", "");
        Matcher table = UNKNOWN_TABLE.matcher(message);
        if (table.find()) {
            return StarRocksException.unknownTable(database.orElse(""), table.group(1));
        }
        Matcher function = UNKNOWN_FUNCTION.matcher(message);
        if (function.find()) {
            return StarRocksException.notSupported("the function " + function.group(1));
        }
        if (line.startsWith("Parser Error: ")) {
            return StarRocksException.syntax(line.substring("Parser Error: ".length()));
        }
        if (line.startsWith("Binder Error: ") || line.startsWith("Catalog Error: ")) {
            return StarRocksException.analysis(line.substring(line.indexOf(": ") + 2));
        }
        if (line.startsWith("INTERRUPT")) {
            return StarRocksException.interrupted();
        }
        return StarRocksException.execution(line);
    }
}
