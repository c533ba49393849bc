package io.elt.local.starrocks.mysql;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.sql.Sql;
import io.elt.local.starrocks.sql.Token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prepared statements of a connection. */
final class PreparedStatements {
    private final Map<Integer, Prepared> statements = new HashMap<>();
    private int lastId;

    private static final class Prepared {
        private final Sql sql;
        private final int parameters;
        private final int[] types;
        private final Map<Integer, ByteArrayOutputStream> longData = new HashMap<>();

        private Prepared(Sql sql) {
            this.sql = sql;
            this.parameters = sql.parameters();
            this.types = new int[parameters];
        }
    }

    int add(Sql sql) {
        statements.put(++lastId, new Prepared(sql));
        return lastId;
    }

    void close(int id) {
        statements.remove(id);
    }

    void reset(int id) throws StarRocksException {
        find(id).longData.clear();
    }

    /** COM_STMT_SEND_LONG_DATA: a part of one parameter, ahead of the execution. */
    void append(PayloadReader reader) throws IOException, StarRocksException {
        Prepared prepared = find((int) reader.integer(4));
        int parameter = (int) reader.integer(2);
        prepared.longData
                .computeIfAbsent(parameter, any -> new ByteArrayOutputStream())
                .write(reader.raw(reader.remaining()));
    }

    /** The statement of COM_STMT_EXECUTE with the values in place of its parameters. */
    Sql bind(PayloadReader reader) throws IOException, StarRocksException {
        Prepared prepared = find((int) reader.integer(4));
        int cursor = (int) reader.integer(1);
        if (cursor != 0) {
            throw StarRocksException.notSupported("cursors of prepared statements; leave useCursorFetch off");
        }
        reader.skip(4);
        if (prepared.parameters == 0) {
            return prepared.sql;
        }
        byte[] absent = reader.raw((prepared.parameters + 7) / 8);
        if (reader.integer(1) == 1) {
            for (int i = 0; i < prepared.parameters; i++) {
                prepared.types[i] = (int) reader.integer(2);
            }
        }
        List<List<Token>> values = new ArrayList<>();
        for (int i = 0; i < prepared.parameters; i++) {
            ByteArrayOutputStream sent = prepared.longData.get(i);
            if (sent != null) {
                values.add(BinaryParameter.text(sent.toByteArray()));
            } else if ((absent[i / 8] >> (i % 8) & 1) == 1) {
                values.add(BinaryParameter.absent());
            } else {
                values.add(BinaryParameter.read(reader, prepared.types[i]));
            }
        }
        prepared.longData.clear();
        return prepared.sql.bind(values);
    }

    private Prepared find(int id) throws StarRocksException {
        Prepared prepared = statements.get(id);
        if (prepared == null) {
            throw StarRocksException.unknownStatement(id);
        }
        return prepared;
    }
}
