package io.elt.bench.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** What is measured. A round goes through all of them, in this order. */
enum CheckCase {
    HELP("--help", 0.4, CheckCase::leave, "--help"),
    RENDER("render FILE", 0.6, CheckCase::leave, "render", "FILE"),
    COLD("check, the first time", 10, CheckCase::forget, "check"),
    SAME("check, nothing changed", 3, CheckCase::leave, "check"),
    QUERY("check, a query changed", 3, CheckCase::changeQuery, "check"),
    TABLE("check, a table of ODS changed", 3, CheckCase::changeTable, "check");

    /** What happens to the project before. */
    private interface Preparation {
        void prepare(Path project, Map<String, String> files, int round) throws IOException;
    }

    private final String title;
    private final double aim;
    private final Preparation preparation;
    private final String[] arguments;

    CheckCase(String title, double aim, Preparation preparation, String... arguments) {
        this.title = title;
        this.aim = aim;
        this.preparation = preparation;
        this.arguments = arguments;
    }

    String title() {
        return title;
    }

    /** Seconds that its whole process may take on two quiet cores. */
    double aim() {
        return aim;
    }

    String[] arguments(Warehouse warehouse) {
        return Stream.of(arguments)
                .map(argument -> argument.equals("FILE") ? first(warehouse.files(), "sql/dwd_") : argument)
                .toArray(String[]::new);
    }

    void prepare(Path project, Warehouse warehouse, int round) throws IOException {
        preparation.prepare(project, warehouse.files(), round);
    }

    private static void leave(Path project, Map<String, String> files, int round) {}

    private static void forget(Path project, Map<String, String> files, int round) throws IOException {
        Warehouse.delete(project.resolve(".elt"));
    }

    private static void changeQuery(Path project, Map<String, String> files, int round) throws IOException {
        String path = first(files, "sql/dwd_");
        String changed = files.get(path).replaceFirst("\nWHERE ", "\nWHERE " + (round + 1000) + " > 1 AND ");
        Files.writeString(project.resolve(path), changed);
    }

    private static void changeTable(Path project, Map<String, String> files, int round) throws IOException {
        String path = first(files, "sql/ods_");
        String changed = files.get(path).replaceFirst(" STRING,", " VARCHAR(" + (round + 1000) + "),");
        Files.writeString(project.resolve(path), changed);
    }

    private static String first(Map<String, String> files, String prefix) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }
}
