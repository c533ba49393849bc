package io.elt.local.starrocks.model;

/** A request that fails the way StarRocks fails it: with MySQL's error number and state, as clients read them. */
public final class StarRocksException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String state;

    private StarRocksException(int code, String state, String message) {
        super(message);
        this.code = code;
        this.state = state;
    }

    public int code() {
        return code;
    }

    public String state() {
        return state;
    }

    public static StarRocksException notSupported(String what) {
        return new StarRocksException(1235, "42000", "not supported by the embedded StarRocks: " + what);
    }

    public static StarRocksException syntax(String detail) {
        return new StarRocksException(1064, "42000", "Getting syntax error. Detail message: " + detail + ".");
    }

    public static StarRocksException analysis(String detail) {
        return new StarRocksException(1064, "HY000", "Getting analyzing error. Detail message: " + detail + ".");
    }

    public static StarRocksException execution(String detail) {
        return new StarRocksException(1064, "HY000", detail);
    }

    public static StarRocksException interrupted() {
        return new StarRocksException(1317, "70100", "Query execution was interrupted");
    }

    public static StarRocksException unknownStatement(int id) {
        return new StarRocksException(1243, "HY000", "Unknown prepared statement handler (" + id + ")");
    }

    public static StarRocksException unknownConnection(String id) {
        return new StarRocksException(1094, "HY000", "Unknown thread id: " + id);
    }

    public static StarRocksException internal(Throwable cause) {
        StarRocksException error =
                new StarRocksException(1105, "HY000", "internal error of the embedded StarRocks: " + cause);
        error.initCause(cause);
        return error;
    }

    public static StarRocksException noDatabaseSelected() {
        return new StarRocksException(1046, "3D000", "No database selected");
    }

    public static StarRocksException unknownDatabase(String database) {
        return new StarRocksException(1049, "42000", "Unknown database '" + database + "'");
    }

    public static StarRocksException databaseExists(String database) {
        return new StarRocksException(1007, "HY000", "Can't create database '" + database + "'; database exists");
    }

    public static StarRocksException unknownTable(String database, String table) {
        return new StarRocksException(
                5502,
                "42602",
                "Getting analyzing error. Detail message: Unknown table '" + database + "." + table + "'.");
    }

    public static StarRocksException tableExists(String table) {
        return new StarRocksException(1050, "42S01", "Table '" + table + "' already exists");
    }

    public static StarRocksException unknownVariable(String name) {
        return new StarRocksException(1193, "HY000", "Unknown system variable '" + name + "'");
    }

    public static StarRocksException accessDenied(String user) {
        return new StarRocksException(1045, "28000", "Access denied for user '" + user + "'@'127.0.0.1'");
    }
}
