package io.elt.unittest.flink;

import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** State of a source that is one number. */
final class IntegerSerializer<T> implements SimpleVersionedSerializer<T> {
    private final ToIntFunction<T> toNumber;
    private final IntFunction<T> fromNumber;

    private IntegerSerializer(ToIntFunction<T> toNumber, IntFunction<T> fromNumber) {
        this.toNumber = toNumber;
        this.fromNumber = fromNumber;
    }

    static IntegerSerializer<Integer> plain() {
        return new IntegerSerializer<>(number -> number, number -> number);
    }

    static IntegerSerializer<EventSplit> ofSplits() {
        return new IntegerSerializer<>(EventSplit::position, EventSplit::new);
    }

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(T value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(toNumber.applyAsInt(value))
                .array();
    }

    @Override
    public T deserialize(int version, byte[] bytes) {
        return fromNumber.apply(ByteBuffer.wrap(bytes).getInt());
    }
}
