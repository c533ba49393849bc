package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.engine.Outcome;
import io.elt.local.starrocks.engine.Outcome.ResultColumn;
import io.elt.local.starrocks.model.StarRocksException;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Writes what a command answers. */
final class Replies {
    private static final int MORE_RESULTS = 8;

    private final Packets packets;
    private final Payload payload = new Payload();

    Replies(Packets packets) {
        this.packets = packets;
    }

    /** Whether another result of the same command follows. */
    enum Following {
        NONE,
        MORE;

        private int status() {
            return Handshake.AUTOCOMMIT | (this == MORE ? MORE_RESULTS : 0);
        }
    }

    void ok(long affectedRows, Following following) throws IOException {
        packets.write(payload.clear()
                .integer(0, 1)
                .lengthEncoded(affectedRows)
                .lengthEncoded(0)
                .integer(following.status(), 2)
                .integer(0, 2));
    }

    void error(StarRocksException error) throws IOException {
        packets.write(payload.clear()
                .integer(0xff, 1)
                .integer(error.code(), 2)
                .raw("#" + error.state())
                .raw(error.getMessage()));
    }

    void endOfFile(Following following) throws IOException {
        packets.write(payload.clear().integer(0xfe, 1).integer(0, 2).integer(following.status(), 2));
    }

    void raw(Payload other) throws IOException {
        packets.write(other);
    }

    void column(ResultColumn column) throws IOException {
        packets.write(definition(column));
    }

    /** A definition in the answer to COM_FIELD_LIST, which carries a default value. */
    void field(ResultColumn column) throws IOException {
        packets.write(definition(column).absent());
    }

    private Payload definition(ResultColumn column) {
        WireType type = WireType.of(column.type());
        return payload.clear()
                .string("def")
                .string("")
                .string("")
                .string("")
                .string(column.name())
                .string(column.name())
                .lengthEncoded(0x0c)
                .integer(type.characterSet(), 2)
                .integer(type.length(), 4)
                .integer(type.code(), 1)
                .integer(type.flags(), 2)
                .integer(type.decimals(), 1)
                .integer(0, 2);
    }

    void textRows(Outcome.Rows rows, Following following) throws IOException, SQLException {
        header(rows.columns(), following);
        List<ResultColumn> columns = rows.columns();
        while (rows.values().next()) {
            payload.clear();
            for (int i = 0; i < columns.size(); i++) {
                Object value = Values.read(rows.values(), i + 1, columns.get(i).type());
                if (value == null) {
                    payload.absent();
                    continue;
                }
                payload.string(Values.text(value));
            }
            packets.write(payload);
        }
        endOfFile(following);
    }

    void binaryRows(Outcome.Rows rows) throws IOException, SQLException {
        header(rows.columns(), Following.NONE);
        List<ResultColumn> columns = rows.columns();
        // The first two bits of the NULL bitmap are unused in rows.
        byte[] bitmap = new byte[(columns.size() + 9) / 8];
        while (rows.values().next()) {
            payload.clear().integer(0, 1).raw(bitmap);
            for (int i = 0; i < columns.size(); i++) {
                Object value = Values.read(rows.values(), i + 1, columns.get(i).type());
                if (value == null) {
                    payload.setBit(1, i + 2);
                    continue;
                }
                BinaryRow.write(payload, value, columns.get(i).type());
            }
            packets.write(payload);
        }
        endOfFile(Following.NONE);
    }

    private void header(List<ResultColumn> columns, Following following) throws IOException {
        packets.write(payload.clear().lengthEncoded(columns.size()));
        for (ResultColumn column : columns) {
            column(column);
        }
        endOfFile(following);
    }

    void flush() throws IOException {
        packets.flush();
    }
}
