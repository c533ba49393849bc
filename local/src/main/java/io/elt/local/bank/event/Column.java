package io.elt.local.bank.event;

/**
 * A column of a bank table.
 *
 * @param header its name in the header line of the PKDD'99 file
 */
public record Column(String name, String header, ColumnType type, Presence presence) {
    /** Whether a row must have the column, may lack it, or mentions it only when it is set. */
    public enum Presence {
        REQUIRED,
        NULLABLE,
        ONLY_IN_EVENTS
    }

    static Column required(String name, ColumnType type) {
        return new Column(name, name, type, Presence.REQUIRED);
    }

    static Column nullable(String name, ColumnType type) {
        return new Column(name, name, type, Presence.NULLABLE);
    }

    static Column onlyInEvents(String name, ColumnType type) {
        return new Column(name, name, type, Presence.ONLY_IN_EVENTS);
    }

    /** A column of a file that no table has. */
    public static Column foreign(String header) {
        return new Column(header, header, ColumnType.TEXT, Presence.NULLABLE);
    }

    Column inFileAs(String fileHeader) {
        return new Column(name, fileHeader, type, presence);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    public boolean isInFile() {
        return presence != Presence.ONLY_IN_EVENTS;
    }
}
