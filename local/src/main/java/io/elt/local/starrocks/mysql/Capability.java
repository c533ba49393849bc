package io.elt.local.starrocks.mysql;

/** The protocol features that both sides agree on. */
final class Capability {
    static final int LONG_PASSWORD = 1;
    static final int FOUND_ROWS = 2;
    static final int LONG_FLAG = 4;
    static final int CONNECT_WITH_DATABASE = 8;
    static final int PROTOCOL_41 = 0x200;
    static final int SSL = 0x800;
    static final int TRANSACTIONS = 0x2000;
    static final int SECURE_CONNECTION = 0x8000;
    static final int MULTIPLE_STATEMENTS = 0x10000;
    static final int MULTIPLE_RESULTS = 0x20000;
    static final int PREPARED_MULTIPLE_RESULTS = 0x40000;
    static final int PLUGIN_AUTHENTICATION = 0x80000;
    static final int CONNECT_ATTRIBUTES = 0x100000;
    static final int LENGTH_ENCODED_AUTHENTICATION = 0x200000;

    static final int SERVER = LONG_PASSWORD
            | FOUND_ROWS
            | LONG_FLAG
            | CONNECT_WITH_DATABASE
            | PROTOCOL_41
            | TRANSACTIONS
            | SECURE_CONNECTION
            | MULTIPLE_STATEMENTS
            | MULTIPLE_RESULTS
            | PREPARED_MULTIPLE_RESULTS
            | PLUGIN_AUTHENTICATION
            | CONNECT_ATTRIBUTES
            | LENGTH_ENCODED_AUTHENTICATION;

    private Capability() {}
}
