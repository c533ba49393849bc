package io.elt.plan.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns records into bytes and back: records of records, texts, numbers, truth values, constants of enums, and lists, maps of
 * texts and optional values of these. The bytes do not say what they are; whoever reads them knows.
 */
final class RecordCodec {
    private static final Map<Type, Shape> SHAPES = new HashMap<>();

    private RecordCodec() {}

    static byte[] write(Record record, TextChange texts) {
        EntryWriter writer = new EntryWriter(texts);
        shape(record.getClass()).write(record, writer);
        return writer.bytes();
    }

    /**
     * @throws RuntimeException if the bytes are not what was written of such a record
     */
    static <T extends Record> T read(Class<T> type, byte[] bytes, TextChange texts) {
        EntryReader reader = new EntryReader(bytes, texts);
        T record = type.cast(shape(type).read(reader));
        reader.requireEnd();
        return record;
    }

    /** What happens to each text on its way. */
    @FunctionalInterface
    interface TextChange {
        String change(String text);
    }

    static synchronized Shape shape(Type type) {
        Shape known = SHAPES.get(type);
        if (known != null) {
            return known;
        }
        Shape shape = make(type);
        SHAPES.put(type, shape);
        return shape;
    }

    private static Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Shape.ofGeneric(generic);
        }
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? RecordShape.of(plain) : Shape.ofPlain(plain);
        }
        throw new IllegalArgumentException("values of " + type + " cannot be kept");
    }
}
