package io.elt.lineage;

import java.util.Comparator;

/**
 * Something with columns.
 *
 * @param namespace where it is: a catalog, or an address outside of the warehouse
 * @param name unique in there
 */
public record Dataset(Kind kind, String namespace, String name) implements Comparable<Dataset> {
    private static final Comparator<Dataset> ORDER = Comparator.comparing(Dataset::kind)
            .thenComparing(Dataset::namespace)
            .thenComparing(Dataset::name);

    /** What it is. */
    public enum Kind {
        /** Outside of the warehouse, such as a topic of Kafka. */
        EXTERNAL,
        TABLE,
        /** A view of the serving side. */
        VIEW
    }

    @Override
    public int compareTo(Dataset other) {
        return ORDER.compare(this, other);
    }

    /** As people name it. */
    @Override
    public String toString() {
        return kind == Kind.EXTERNAL ? name : namespace + "." + name;
    }
}
