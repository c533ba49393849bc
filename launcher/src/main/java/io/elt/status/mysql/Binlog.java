package io.elt.status.mysql;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.ExternalInput;
import org.apache.flink.cdc.connectors.mysql.source.offset.BinlogOffset;
import org.apache.flink.cdc.connectors.mysql.source.split.MySqlBinlogSplit;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The binlog behind one table with the mysql-cdc connector: where it ends, and how far a job has read it. */
public final class Binlog {
    private static final Map<String, String> WANTED =
            Map.of("log_bin", "ON", "binlog_format", "ROW", "binlog_row_image", "FULL");

    private final ExternalInput input;
    private final MySqlServer server;

    /**
     * A place in the binlog of a server.
     *
     * @param offset as the connector has it, which also knows how places compare
     */
    public record Place(BinlogOffset offset) {
        public boolean isBefore(Place other) {
            return offset.isBefore(other.offset);
        }

        @Override
        public String toString() {
            return offset.getFilename() + ":" + offset.getPosition();
        }
    }

    private Binlog(ExternalInput input) {
        this.input = input;
        this.server = new MySqlServer(input);
    }

    /**
     * @param input a table with the mysql-cdc connector
     */
    public static Binlog of(ExternalInput input) {
        return new Binlog(input);
    }

    /** The table as the server names it. */
    public String table() {
        return input.option("database-name").orElse("") + "."
                + input.option("table-name").orElse("");
    }

    /**
     * Where it ends now.
     *
     * @throws io.elt.diagnostic.EltException if the server writes none
     */
    public Place end() {
        return new Place(
                server.end().orElseThrow(() -> notCaptured("log_bin", "OFF").toException()));
    }

    /**
     * How far the job had read when a checkpoint was made: all before it is in the checkpoint's tables.
     *
     * @param checkpoint a checkpoint or savepoint of the job that reads the input
     * @return empty as long as the table's first copy is not whole
     * @throws IOException if the checkpoint cannot be read, for instance because a newer one has replaced it
     */
    public Optional<Place> read(String checkpoint) throws IOException {
        return CheckpointedBinlogs.of(checkpoint).stream()
                .filter(this::isOfInput)
                .map(MySqlBinlogSplit::getStartingOffset)
                .min(BinlogOffset::compareTo)
                .map(Place::new);
    }

    private boolean isOfInput(MySqlBinlogSplit split) {
        Pattern database = Pattern.compile(input.option("database-name").orElse(""));
        Pattern table = Pattern.compile(input.option("table-name").orElse(""));
        return split.getTableSchemas().keySet().stream()
                .anyMatch(id -> database.matcher(id.catalog()).matches()
                        && table.matcher(id.table()).matches());
    }

    /** How many bytes of the binlog, of all tables in it, a job has not read. */
    public long unread(Place read) {
        Place end = end();
        if (!read.isBefore(end)) {
            return 0;
        }
        SortedMap<String, Long> files = server.binlogs();
        String from = read.offset().getFilename();
        String to = end.offset().getFilename();
        if (from == null || from.isEmpty() || from.compareTo(to) > 0) {
            return end.offset().getPosition();
        }
        long whole = files.subMap(from, to).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return Math.max(1, whole + end.offset().getPosition() - read.offset().getPosition());
    }

    /** When the newest change was made that a job has read; empty if that is not known. */
    public Optional<Instant> changed(Place read) {
        long seconds = read.offset().getTimestampSec();
        return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    /** What is wrong with the server or its table, so that changes would be lost or blanked in silence. */
    public List<Diagnostic> problems() {
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, String> settings = server.settings(WANTED.keySet().toArray(String[]::new));
        WANTED.forEach((name, wanted) -> {
            String found = settings.getOrDefault(name, wanted);
            if (!found.equalsIgnoreCase(wanted)) {
                problems.add(notCaptured(name, found));
            }
        });
        problems.addAll(differences());
        return problems;
    }

    /** Where the table differs from what the job reads. The connector would give NULL for a column that is gone. */
    public List<Diagnostic> differences() {
        Map<String, Set<String>> tables = server.columns();
        if (tables.isEmpty()) {
            return List.of(Diagnostic.error(
                            ErrorCode.MYSQL_TABLE_DIFFERS,
                            "there is no table " + table() + " in the MySQL at " + server.address()
                                    + " that its user may read")
                    .withHint("correct database-name and table-name of the source, or GRANT SELECT on it"));
        }
        List<Diagnostic> problems = new ArrayList<>();
        tables.forEach((table, columns) -> {
            List<String> missing = input.columns().stream()
                    .filter(column -> !columns.contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                problems.add(Diagnostic.error(
                                ErrorCode.MYSQL_TABLE_DIFFERS,
                                "table " + table + " in the MySQL at " + server.address() + " has no column "
                                        + String.join(", ", missing) + ", which " + input.name() + " reads")
                        .withHint("take the column out of the file, or put it back into the table; changes that come"
                                + " without it would be read as NULL"));
            }
        });
        return problems;
    }

    /**
     * Whether a job can go on from there.
     *
     * @return what is wrong, empty if the place is still in the binlog
     */
    public Optional<Diagnostic> gone(Place place) {
        String file = place.offset().getFilename();
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Long> kept = server.binlogs();
        if (kept.containsKey(file)) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                        ErrorCode.BINLOG_GONE,
                        "the changes of " + table() + " after " + place + " are gone: the MySQL at " + server.address()
                                + " keeps its binlog from "
                                + (kept.isEmpty() ? "nowhere" : kept.firstKey()) + " on")
                .withHint(
                        "`elt run --fresh` copies the table anew; rows that were deleted meanwhile stay in the lake, see"
                                + " `elt explain ELT7062`. Then let the server keep its binlog for longer"));
    }

    private Diagnostic notCaptured(String setting, String value) {
        return Diagnostic.error(
                        ErrorCode.MYSQL_NOT_CAPTURED,
                        "the MySQL at " + server.address() + " has " + setting + " = " + value + ", so changes of "
                                + table() + " cannot be read")
                .withHint("set " + setting + " = " + WANTED.get(setting) + " and restart the server");
    }
}
