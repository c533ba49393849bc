package io.elt.lake;

import io.elt.plan.Table;
import org.apache.paimon.catalog.Catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a project's lakes, as they are, to be altered. */
public final class LakeTables implements AutoCloseable {
    private static final String TABLE_DEFAULT = "table-default.";

    private final Map<String, Map<String, String>> lakes;
    private final LakeCatalogs catalogs;

    /**
     * @param lakes the Paimon catalogs by name with their properties, as the plan has them
     */
    public LakeTables(Map<String, Map<String, String>> lakes) {
        this.lakes = Map.copyOf(lakes);
        this.catalogs = new LakeCatalogs(lakes);
    }

    /** How a table differs from its definition; empty if it is not there, or in no lake. */
    public Optional<Alteration> alteration(Table wanted) {
        return catalogs.table(wanted.name())
                .map(table -> TableComparison.compare(
                        wanted,
                        table.schema(),
                        defaults(wanted.name().catalog()),
                        table.snapshotManager().latestSnapshotId() != null));
    }

    /**
     * @throws IllegalStateException if Paimon does not do it, such as when somebody else changed the table meanwhile
     */
    public void apply(Alteration alteration) {
        try {
            catalogs.catalog(alteration.table())
                    .alterTable(LakeCatalogs.identifier(alteration.table()), alteration.changes(), false);
        } catch (Catalog.TableNotExistException
                | Catalog.ColumnAlreadyExistException
                | Catalog.ColumnNotExistException e) {
            throw new IllegalStateException("table " + alteration.table() + " cannot be altered", e);
        }
    }

    @Override
    public void close() {
        catalogs.close();
    }

    private Set<String> defaults(String catalog) {
        return lakes.get(catalog).keySet().stream()
                .filter(key -> key.startsWith(TABLE_DEFAULT))
                .map(key -> key.substring(TABLE_DEFAULT.length()))
                .collect(Collectors.toSet());
    }
}
