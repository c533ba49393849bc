package io.elt.local.starrocks.model;

/** How a table treats rows with the same key. */
public enum KeyModel {
    /** The last row of a key wins. */
    PRIMARY("PRIMARY KEY", "PRI", "PRIMARY_KEYS"),
    /** All rows are kept; the key only sorts. */
    DUPLICATE("DUPLICATE KEY", "DUP", "DUP_KEYS");

    private final String clause;
    private final String columnKey;
    private final String tableModel;

    KeyModel(String clause, String columnKey, String tableModel) {
        this.clause = clause;
        this.columnKey = columnKey;
        this.tableModel = tableModel;
    }

    public String clause() {
        return clause;
    }

    /** {@code COLUMN_KEY} of a key column. */
    public String columnKey() {
        return columnKey;
    }

    /** {@code tables_config.TABLE_MODEL}. */
    public String tableModel() {
        return tableModel;
    }
}
