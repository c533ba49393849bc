package io.elt.local.starrocks.load;

import io.elt.local.starrocks.model.Table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the body of a load is to be read, from the headers of its request. */
record LoadOptions(LoadFormat format, double maximumFilterRatio) {
    private static final Map<String, String> REFUSED = Map.of(
            "where", "filters (header where)",
            "partitions", "loads into partitions (header partitions)",
            "merge_condition", "conditional updates (header merge_condition)",
            "json_root", "header json_root",
            "jsonpaths", "header jsonpaths; name the JSON fields like the columns",
            "negative", "header negative",
            "enclose", "header enclose; use format json",
            "escape", "header escape; use format json",
            "skip_header", "header skip_header");

    static LoadOptions parse(Function<String, String> header, Table table) throws LoadException {
        for (Map.Entry<String, String> refused : REFUSED.entrySet()) {
            if (header.apply(refused.getKey()) != null) {
                throw LoadException.notSupported(refused.getValue());
            }
        }
        if ("true".equalsIgnoreCase(header.apply("partial_update"))) {
            throw LoadException.notSupported("partial updates (header partial_update); send all columns");
        }
        String compression = header.apply("compression");
        if (compression != null && !compression.equalsIgnoreCase("none")) {
            throw LoadException.notSupported("compressed loads (compression " + compression + ")");
        }
        return new LoadOptions(format(header, table), ratio(header.apply("max_filter_ratio")));
    }

    private static LoadFormat format(Function<String, String> header, Table table) throws LoadException {
        String name =
                header.apply("format") == null ? "csv" : header.apply("format").toLowerCase(Locale.ROOT);
        List<String> columns = columns(header.apply("columns"));
        new RowBuilder(table).require(columns);
        return switch (name) {
            case "json" ->
                JsonFormat.of(
                        "true".equalsIgnoreCase(header.apply("strip_outer_array"))
                                ? JsonFormat.Array.STRIPPED
                                : JsonFormat.Array.REFUSED,
                        columns);
            case "csv" ->
                CsvFormat.of(
                        delimiter(header.apply("column_separator"), "\t"),
                        delimiter(header.apply("row_delimiter"), "\n"),
                        columns,
                        table);
            default -> throw LoadException.notSupported("the format " + name + "; use json or csv");
        };
    }

    private static List<String> columns(String header) throws LoadException {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        if (header.contains("=") || header.contains("(")) {
            throw LoadException.notSupported("expressions in the header columns; list plain column names");
        }
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(name -> name.startsWith("`") && name.endsWith("`") ? name.substring(1, name.length() - 1) : name)
                .toList();
    }

    private static double ratio(String header) throws LoadException {
        if (header == null) {
            return 0;
        }
        try {
            return Double.parseDouble(header);
        } catch (NumberFormatException malformed) {
            throw LoadException.failed("Invalid max_filter_ratio: " + header);
        }
    }

    /** {@code \x01} stands for the character with this number. */
    private static String delimiter(String header, String byDefault) {
        if (header == null || header.isEmpty()) {
            return byDefault;
        }
        String text = header.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
        if (!text.startsWith("\\x") && !text.startsWith("\\X")) {
            return text;
        }
        StringBuilder characters = new StringBuilder();
        String digits = text.substring(2).replaceAll("\\\\[xX]", "");
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            characters.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
        }
        return characters.toString();
    }
}
