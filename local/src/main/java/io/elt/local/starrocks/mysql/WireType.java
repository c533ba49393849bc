package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.TypeName;

/**
 * How a type is announced to a client.
 *
 * @param code the protocol's number of the type
 * @param length the display width
 */
record WireType(int code, int characterSet, int length, int flags, int decimals) {
    static final int DECIMAL = 0;
    static final int TINY = 1;
    static final int SHORT = 2;
    static final int LONG = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int NULL = 6;
    static final int TIMESTAMP = 7;
    static final int LONGLONG = 8;
    static final int INT24 = 9;
    static final int DATE = 10;
    static final int TIME = 11;
    static final int DATETIME = 12;
    static final int YEAR = 13;
    static final int NEWDECIMAL = 0xf6;
    static final int BLOB = 0xfc;
    static final int VAR_STRING = 0xfd;
    static final int STRING = 0xfe;

    private static final int BINARY_CHARACTER_SET = 63;
    private static final int BINARY_FLAG = 128;

    static WireType of(DataType type) {
        return switch (type.name()) {
            // As StarRocks and MySQL do: a TINYINT of width 1.
            case BOOLEAN -> number(TINY, 1, 0);
            case TINYINT -> number(TINY, 4, 0);
            case SMALLINT -> number(SHORT, 6, 0);
            case INT -> number(LONG, 11, 0);
            case BIGINT -> number(LONGLONG, 20, 0);
            case FLOAT -> number(FLOAT, 12, 31);
            case DOUBLE -> number(DOUBLE, 22, 31);
            case DECIMAL -> number(NEWDECIMAL, type.length() + 2, type.scale());
            case DATE -> number(DATE, 10, 0);
            case DATETIME -> number(DATETIME, 26, 0);
            case LARGEINT -> text(STRING, 40);
            case CHAR -> text(STRING, type.length());
            case VARCHAR, JSON -> text(VAR_STRING, type.name() == TypeName.JSON ? 65535 : type.length());
            case VARBINARY -> new WireType(BLOB, BINARY_CHARACTER_SET, type.length(), BINARY_FLAG, 0);
        };
    }

    private static WireType number(int code, int length, int decimals) {
        return new WireType(code, BINARY_CHARACTER_SET, length, BINARY_FLAG, decimals);
    }

    private static WireType text(int code, int length) {
        // Clients divide by three, the bytes of a character in utf8.
        return new WireType(code, Handshake.UTF8_GENERAL_CI, length * 3, 0, 0);
    }
}
