package io.elt.mariadb;

import io.elt.local.bank.BankSource;
import io.elt.local.bank.decode.Change;
import io.elt.local.bank.decode.StrictDecoder;
import io.elt.local.bank.decode.UndecodableException;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Column;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.BankLog;
import io.elt.local.bank.log.BankOffsets;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The bank's core system: holds in a database what the topics of the sample bank tell. */
public final class CoreDatabase {
    private static final List<BankTable> CAPTURED =
            List.of(BankTable.CLIENT, BankTable.ACCOUNT, BankTable.DISPOSITION, BankTable.LOAN);

    private final MariaDb server;
    private final Map<BankTable, Long> applied = new EnumMap<>(BankTable.class);

    private CoreDatabase(MariaDb server) {
        this.server = server;
    }

    public static CoreDatabase create(MariaDb server) throws SQLException {
        for (BankTable table : CAPTURED) {
            String columns = table.columns().stream().map(CoreDatabase::ddl).collect(Collectors.joining(", "));
            server.execute("CREATE TABLE " + table.sourceName() + " (" + columns + ", PRIMARY KEY ("
                    + table.key().name() + "))");
        }
        return new CoreDatabase(server);
    }

    private static String ddl(Column column) {
        String type =
                switch (column.type()) {
                    case INT -> "INT";
                    case BIGINT -> "BIGINT";
                    case DECIMAL_15_2 -> "DECIMAL(15, 2)";
                    case DECIMAL_5_2 -> "DECIMAL(5, 2)";
                    case DECIMAL_5_1 -> "DECIMAL(5, 1)";
                    case TEXT -> "VARCHAR(100)";
                    case FLAG -> "BOOLEAN";
                };
        return "`" + column.name() + "` " + type + (column.isRequired() ? " NOT NULL" : "");
    }

    /** The bank's first rows. */
    public void load(BankSource bank) throws IOException, SQLException {
        BankEvents events = new BankEvents(System::currentTimeMillis);
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            for (BankTable table : CAPTURED) {
                StrictDecoder decoder = new StrictDecoder(table);
                bank.read(table, events, record -> apply(connection, table, decoder, record.value()));
            }
            connection.commit();
        }
    }

    /** What the topics tell beyond what is in the tables already, in their order. */
    public void follow(String kafka) throws IOException, SQLException {
        Map<BankTable, Long> seen = new EnumMap<>(BankTable.class);
        Map<BankTable, StrictDecoder> decoders = new EnumMap<>(BankTable.class);
        CAPTURED.forEach(table -> decoders.put(table, new StrictDecoder(table)));
        try (Connection connection = server.connect()) {
            BankLog.read(kafka, BankOffsets.current(kafka), record -> {
                StrictDecoder decoder = decoders.get(record.table());
                if (decoder != null && seen.merge(record.table(), 1L, Long::sum) > applied.get(record.table())) {
                    apply(connection, record.table(), decoder, record.value());
                }
            });
        }
    }

    private void apply(Connection connection, BankTable table, StrictDecoder decoder, byte[] value) {
        applied.merge(table, 1L, Long::sum);
        try {
            apply(connection, table, decoder.decode(value));
        } catch (UndecodableException e) {
            // What never was a row is in no database.
            return;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void apply(Connection connection, BankTable table, Change change) throws SQLException {
        if (change.removed().isPresent()) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table.sourceName() + " WHERE "
                    + table.key().name() + " = ?")) {
                delete.setLong(1, change.removed().getAsLong());
                delete.execute();
            }
        }
        if (change.present().isPresent()) {
            put(connection, table, change.present().get());
        }
    }

    private static void put(Connection connection, BankTable table, Row row) throws SQLException {
        String names = table.columns().stream()
                .map(column -> "`" + column.name() + "`")
                .collect(Collectors.joining(", "));
        String values = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        String updates = table.columns().stream()
                .map(column -> "`" + column.name() + "` = VALUES(`" + column.name() + "`)")
                .collect(Collectors.joining(", "));
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO " + table.sourceName() + " (" + names
                + ") VALUES (" + values + ") ON DUPLICATE KEY UPDATE " + updates)) {
            int position = 1;
            for (Column column : table.columns()) {
                upsert.setObject(position++, row.value(column.name()));
            }
            upsert.execute();
        }
    }
}
