package io.elt.cli.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of the new project, as it lies beside this class.
 *
 * @param path below the project's folder
 * @param text with the project's name in it
 */
record Template(String path, String text) {
    /** What stands in a template for the project's name. */
    private static final String NAME = "__name__";

    /** What stands for the dot of a hidden file, which builds and archives like to leave out. */
    private static final String DOT = "dot.";

    private static final List<String> FILES = List.of(
            "README.md",
            "elt.yaml",
            "dot.gitignore",
            "dot.github/workflows/elt.yml",
            "catalogs/lake.sql",
            "catalogs/starrocks.sql",
            "macros/lake.sql",
            "sql/ods_order.sql",
            "sql/dwd_order.sql",
            "sql/dws_city.sql",
            "sql/ads_city.sql",
            "sql/serving/city.sql",
            "sql/serving/v_city.sql",
            "tests/ods_order.yaml",
            "tests/dws_city.yaml",
            "data/order/monday.jsonl");

    static List<Template> all(String projectName) {
        return FILES.stream().map(file -> of(file, projectName)).toList();
    }

    private static Template of(String file, String projectName) {
        String path = file.startsWith(DOT) ? "." + file.substring(DOT.length()) : file;
        return new Template(path, read(file).replace(NAME, projectName));
    }

    private static String read(String file) {
        try (InputStream stream = Template.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
