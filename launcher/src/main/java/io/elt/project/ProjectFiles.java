package io.elt.project;

import java.util.List;
import java.util.Optional;

/**
 * The files of a project, each list sorted by path.
 *
 * @param tables {@code sql/**}: what Flink runs
 * @param catalogs {@code catalogs/*}: what must exist before any table
 * @param serving {@code sql/serving/**}: what StarRocks owns, in its own SQL
 * @param macros {@code macros/**}
 */
public record ProjectFiles(
        List<SourceFile> tables, List<SourceFile> catalogs, List<SourceFile> serving, List<SourceFile> macros) {

    public ProjectFiles {
        tables = List.copyOf(tables);
        catalogs = List.copyOf(catalogs);
        serving = List.copyOf(serving);
        macros = List.copyOf(macros);
    }

    public Optional<SourceFile> table(String name) {
        return tables.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
