package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** StarRocks' functions that are written in DuckDB's SQL; {@code functions.sql} holds them. */
public final class Macros {
    /** The schema of the macros in DuckDB. */
    public static final String SCHEMA = "_functions";

    private static final String TEXT = read();
    private static final Set<String> NAMES = namesIn(TEXT);

    private Macros() {}

    /** Names in lower case. */
    static Set<String> names() {
        return NAMES;
    }

    /** One {@code CREATE MACRO} per element. */
    public static List<String> definitions() {
        return TEXT.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("--"))
                .map(line -> "CREATE OR REPLACE MACRO " + SCHEMA + "." + line)
                .toList();
    }

    private static Set<String> namesIn(String text) {
        Set<String> names = new HashSet<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("--"))
                .forEach(line -> names.add(line.substring(0, line.indexOf('(')).toLowerCase(Locale.ROOT)));
        return Set.copyOf(names);
    }

    private static String read() {
        try (InputStream stream = Macros.class.getResourceAsStream("functions.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The function that StarRocks has and this server has not. */
    static StarRocksException unknown(String name) {
        return StarRocksException.notSupported("the function " + name);
    }
}
