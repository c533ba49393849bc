package io.elt.local.starrocks.engine;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The variables of a session: those that clients read and set. */
public final class Variables {
    /** The StarRocks that this server behaves like. */
    public static final String STARROCKS_VERSION = "3.3.11-embedded";

    /** What the MySQL protocol announces, as StarRocks does. */
    public static final String MYSQL_VERSION = "8.0.33";

    private static final Map<String, String> DEFAULTS = defaults();

    private final Map<String, String> system = new TreeMap<>(DEFAULTS);
    private final Map<String, String> user = new HashMap<>();

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("auto_increment_increment", "1");
        defaults.put("autocommit", "1");
        defaults.put("big_query_profile_threshold", "0s");
        defaults.put("character_set_client", "utf8");
        defaults.put("character_set_connection", "utf8");
        defaults.put("character_set_database", "utf8");
        defaults.put("character_set_results", "utf8");
        defaults.put("character_set_server", "utf8");
        defaults.put("collation_connection", "utf8_general_ci");
        defaults.put("collation_database", "utf8_general_ci");
        defaults.put("collation_server", "utf8_general_ci");
        defaults.put("current_version", STARROCKS_VERSION);
        defaults.put("enable_profile", "false");
        defaults.put("exec_mem_limit", "2147483648");
        defaults.put("foreign_key_checks", "1");
        defaults.put("group_concat_max_len", "65535");
        defaults.put("have_query_cache", "NO");
        defaults.put("init_connect", "");
        defaults.put("interactive_timeout", "28800");
        defaults.put("language", "/starrocks/share/english/");
        defaults.put("license", "Apache License 2.0");
        defaults.put("lower_case_table_names", "0");
        defaults.put("max_allowed_packet", "33554432");
        defaults.put("net_buffer_length", "16384");
        defaults.put("net_read_timeout", "60");
        defaults.put("net_write_timeout", "60");
        defaults.put("parallel_fragment_exec_instance_num", "1");
        defaults.put("performance_schema", "0");
        defaults.put("pipeline_dop", "0");
        defaults.put("query_cache_size", "0");
        defaults.put("query_cache_type", "0");
        defaults.put("query_mem_limit", "0");
        defaults.put("query_timeout", "300");
        defaults.put("read_only", "0");
        defaults.put("session_track_schema", "1");
        defaults.put("sql_auto_is_null", "0");
        defaults.put("sql_mode", "ONLY_FULL_GROUP_BY");
        defaults.put("sql_notes", "0");
        defaults.put("sql_quote_show_create", "1");
        defaults.put("sql_safe_updates", "0");
        defaults.put("sql_select_limit", "9223372036854775807");
        defaults.put("storage_engine", "olap");
        defaults.put("default_storage_engine", "olap");
        defaults.put("system_time_zone", java.time.ZoneId.systemDefault().getId());
        defaults.put("time_zone", java.time.ZoneId.systemDefault().getId());
        defaults.put("transaction_isolation", "REPEATABLE-READ");
        defaults.put("transaction_read_only", "0");
        defaults.put("tx_isolation", "REPEATABLE-READ");
        defaults.put("tx_read_only", "0");
        defaults.put("unique_checks", "1");
        defaults.put("version", MYSQL_VERSION);
        defaults.put("version_comment", "StarRocks version " + STARROCKS_VERSION + " (development stand-in on DuckDB)");
        defaults.put("wait_timeout", "28800");
        return defaults;
    }

    public String system(String name) throws StarRocksException {
        String value = system.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw StarRocksException.unknownVariable(name);
        }
        return value;
    }

    public void setSystem(String name, String value) throws StarRocksException {
        system(name);
        system.put(name.toLowerCase(Locale.ROOT), value);
    }

    public void reset(String name) throws StarRocksException {
        setSystem(
                name,
                Optional.ofNullable(DEFAULTS.get(name.toLowerCase(Locale.ROOT)))
                        .orElseThrow(() -> StarRocksException.unknownVariable(name)));
    }

    public Map<String, String> allSystem() {
        return system;
    }

    public Optional<String> user(String name) {
        return Optional.ofNullable(user.get(name.toLowerCase(Locale.ROOT)));
    }

    public void setUser(String name, String value) {
        user.put(name.toLowerCase(Locale.ROOT), value);
    }
}
