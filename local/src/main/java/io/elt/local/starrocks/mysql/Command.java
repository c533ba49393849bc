package io.elt.local.starrocks.mysql;

/** The commands that a client can send. */
enum Command {
    QUIT(0x01),
    INIT_DATABASE(0x02),
    QUERY(0x03),
    FIELD_LIST(0x04),
    STATISTICS(0x09),
    PING(0x0e),
    PREPARE(0x16),
    EXECUTE(0x17),
    SEND_LONG_DATA(0x18),
    CLOSE_STATEMENT(0x19),
    RESET_STATEMENT(0x1a),
    SET_OPTION(0x1b),
    RESET_CONNECTION(0x1f),
    OTHER(-1);

    private final int code;

    Command(int code) {
        this.code = code;
    }

    static Command of(int code) {
        for (Command command : values()) {
            if (command.code == code) {
                return command;
            }
        }
        return OTHER;
    }
}
