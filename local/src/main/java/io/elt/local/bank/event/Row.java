package io.elt.local.bank.event;

import java.math.BigDecimal;
import java.util.Arrays;

/** One row of a bank table: {@code Long}, {@code BigDecimal}, {@code String}, {@code Boolean} or null per column. */
public final class Row {
    private final BankTable table;
    private final Object[] values;

    private Row(BankTable table, Object[] values) {
        this.table = table;
        this.values = values;
    }

    /** The values in the order of the table's columns; trailing ones that are missing are null. */
    public static Row of(BankTable table, Object... values) {
        Object[] all = Arrays.copyOf(values, table.columns().size());
        for (int i = 0; i < all.length; i++) {
            Column column = table.columns().get(i);
            if (!column.type().holds(all[i])) {
                throw new IllegalArgumentException(table + "." + column.name() + " is " + column.type() + ", not "
                        + all[i].getClass().getSimpleName());
            }
        }
        return new Row(table, all);
    }

    public Row with(String column, Object value) {
        Object[] changed = values.clone();
        changed[table.position(column)] = value;
        return of(table, changed);
    }

    public BankTable table() {
        return table;
    }

    public long key() {
        return (Long) values[0];
    }

    public long integer(String column) {
        return (Long) value(column);
    }

    public BigDecimal decimal(String column) {
        return (BigDecimal) value(column);
    }

    public String text(String column) {
        return (String) value(column);
    }

    /** False also when the flag is not there. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    public Object value(String column) {
        return values[table.position(column)];
    }

    Object valueAt(int position) {
        return values[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && table == row.table && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return table + Arrays.toString(values);
    }
}
