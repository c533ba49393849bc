package io.elt.cli.run;

import io.elt.plan.TableName;
import io.elt.status.Lake;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.options.Options;
import org.apache.paimon.table.Table;
import org.apache.paimon.table.source.ReadBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads tables of a lake through Paimon's own reader, without a job. */
record LakeRows(Map<String, Map<String, String>> lakes) {
    static LakeRows of(ProjectCopy project) {
        String warehouse = "file://" + project.eltFolder().warehouse();
        return new LakeRows(Map.of("lake", Map.of("type", "paimon", "warehouse", warehouse)));
    }

    Lake lake() {
        return new Lake(lakes);
    }

    /** The names of a table's columns. */
    String[] columns(TableName name) {
        Options options = Options.fromMap(lakes.get(name.catalog()));
        try (Catalog catalog = CatalogFactory.createCatalog(CatalogContext.create(options))) {
            return catalog.getTable(Identifier.create(name.database(), name.table()))
                    .rowType()
                    .getFieldNames()
                    .toArray(String[]::new);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    /** The chosen columns of all rows of the newest snapshot, as text; strings as they are. */
    List<List<String>> read(TableName name, String... columns) {
        Options options = Options.fromMap(lakes.get(name.catalog()));
        try (Catalog catalog = CatalogFactory.createCatalog(CatalogContext.create(options))) {
            return read(catalog.getTable(Identifier.create(name.database(), name.table())), columns);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    private static List<List<String>> read(Table table, String... columns) throws IOException {
        int[] positions = table.rowType().getFieldIndices(List.of(columns));
        InternalRow.FieldGetter[] getters = IntStream.range(0, columns.length)
                .mapToObj(i -> InternalRow.createFieldGetter(table.rowType().getTypeAt(positions[i]), i))
                .toArray(InternalRow.FieldGetter[]::new);
        ReadBuilder builder = table.newReadBuilder().withProjection(positions);
        List<List<String>> rows = new ArrayList<>();
        try (var reader = builder.newRead().createReader(builder.newScan().plan())) {
            reader.forEachRemaining(row -> {
                List<String> cells = new ArrayList<>();
                for (InternalRow.FieldGetter getter : getters) {
                    cells.add(String.valueOf(getter.getFieldOrNull(row)));
                }
                rows.add(cells);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows;
    }
}
