package io.elt.local.bank.event;

import java.math.BigDecimal;

/** What a column holds; in an event numbers are JSON numbers, {@code FLAG} is a JSON boolean. */
public enum ColumnType {
    INT(Long.class),
    BIGINT(Long.class),
    /** DECIMAL(15,2). */
    DECIMAL(BigDecimal.class),
    TEXT(String.class),
    FLAG(Boolean.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    public boolean isNumber() {
        return this == INT || this == BIGINT || this == DECIMAL;
    }

    boolean holds(Object value) {
        return value == null || javaType.isInstance(value);
    }
}
