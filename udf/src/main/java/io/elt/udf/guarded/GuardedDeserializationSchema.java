package io.elt.udf.guarded;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes a record with the inner format, or says in one row why not. All rows of a record are held back until the last one is
 * there: a record is good or bad as a whole, also when the inner format fails in the middle of it.
 */
final class GuardedDeserializationSchema implements DeserializationSchema<RowData> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final DeserializationSchema<RowData> inner;
    private final TypeInformation<RowData> producedType;
    private final RowLayout layout;
    private final RecordPolicy policy;

    private transient RecordCheck check;
    private transient NotNullCheck notNull;
    private transient RowLayout.RowMaker rows;
    private transient HeldRows held;
    private transient Counter decoded;
    private transient Counter quarantined;
    private transient Counter withoutRows;

    GuardedDeserializationSchema(
            DeserializationSchema<RowData> inner,
            TypeInformation<RowData> producedType,
            RowLayout layout,
            RecordPolicy policy) {
        this.inner = inner;
        this.producedType = producedType;
        this.layout = layout;
        this.policy = policy;
    }

    @Override
    public void open(InitializationContext context) throws Exception {
        inner.open(context);
        check = policy.check();
        notNull = NotNullCheck.of(policy.innerType());
        rows = layout.open();
        held = new HeldRows();
        MetricGroup metrics = context.getMetricGroup().addGroup("guarded");
        decoded = metrics.counter("decoded");
        quarantined = metrics.counter("quarantined");
        withoutRows = metrics.counter("without-rows");
    }

    @Override
    public RowData deserialize(byte[] message) {
        throw new UnsupportedOperationException(
                "A record may give several rows: call deserialize(byte[], Collector<RowData>).");
    }

    @Override
    public void deserialize(byte[] message, Collector<RowData> out) {
        List<RowData> decodedRows;
        try {
            decodedRows = decode(message);
        } catch (Rejection rejection) {
            quarantined.inc();
            out.collect(rows.bad(rejection, rawOf(message)));
            return;
        }
        // Not inside the try: what fails further down the job is not a bad record.
        if (decodedRows.isEmpty()) {
            withoutRows.inc();
            return;
        }
        decoded.inc();
        byte[] raw = policy.raw().ofGood(message);
        for (RowData row : decodedRows) {
            out.collect(rows.good(row, raw));
        }
    }

    private List<RowData> decode(byte[] message) throws Rejection {
        held.clear();
        if (message == null) {
            return decodeWithoutPayload();
        }
        if (message.length > policy.maxRecordBytes()) {
            throw tooLarge(message);
        }
        for (byte[] payload : check.check(message)) {
            int before = held.rows().size();
            decodeByInner(payload);
            if (held.rows().size() == before) {
                throw withoutRow(payload, "gave no row for this record");
            }
        }
        return heldIfNotNull();
    }

    /** Null means what the inner format makes of it: a value, nothing where it knows deletes, or else an error. */
    private List<RowData> decodeWithoutPayload() throws Rejection {
        decodeByInner(null);
        if (held.rows().isEmpty() && !policy.tombstones()) {
            throw Rejection.nullPayload();
        }
        return heldIfNotNull();
    }

    private void decodeByInner(byte[] payload) throws Rejection {
        try {
            inner.deserialize(payload, held);
        } catch (Exception | StackOverflowError failure) {
            throw withoutRow(payload, RootCause.inOneLine(failure));
        }
    }

    private Rejection withoutRow(byte[] payload, String cause) {
        if (payload == null) {
            return Rejection.nullPayload();
        }
        return payload.length == 0 ? Rejection.empty() : Rejection.innerFormatFailed(policy.innerFormat(), cause);
    }

    private List<RowData> heldIfNotNull() throws Rejection {
        for (RowData row : held.rows()) {
            notNull.check(row);
        }
        return held.rows();
    }

    private Rejection tooLarge(byte[] message) {
        Rejection rejection = Rejection.tooLarge(message.length, policy.maxRecordBytes());
        return isCut(message) ? rejection.withRawCutTo(policy.maxRawBytes()) : rejection;
    }

    private byte[] rawOf(byte[] message) {
        return isCut(message) ? Arrays.copyOf(message, policy.maxRawBytes()) : message;
    }

    private boolean isCut(byte[] message) {
        return message != null && message.length > policy.maxRecordBytes() && message.length > policy.maxRawBytes();
    }

    @Override
    public boolean isEndOfStream(RowData nextElement) {
        return false;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return producedType;
    }
}
