package io.elt.lineage;

import java.util.Comparator;

/**
 * A column of a dataset.
 *
 * @param column {@link #ROWS} for all of them: which rows there are
 */
public record ColumnRef(Dataset dataset, String column) implements Comparable<ColumnRef> {
    public static final String ROWS = "*";

    private static final Comparator<ColumnRef> ORDER =
            Comparator.comparing(ColumnRef::dataset).thenComparing(ColumnRef::column);

    public static ColumnRef rows(Dataset dataset) {
        return new ColumnRef(dataset, ROWS);
    }

    public boolean isRows() {
        return column.equals(ROWS);
    }

    @Override
    public int compareTo(ColumnRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return dataset + "." + column;
    }
}
