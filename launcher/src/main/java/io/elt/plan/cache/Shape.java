package io.elt.plan.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How values of one type are written and read. */
interface Shape {
    void write(Object value, EntryWriter writer);

    Object read(EntryReader reader);

    static Shape ofPlain(Class<?> type) {
        if (type == String.class) {
            return of((value, writer) -> writer.text((String) value), EntryReader::text);
        }
        if (type == int.class || type == Integer.class) {
            return of((value, writer) -> writer.number((Integer) value), reader -> (int) reader.number());
        }
        if (type == long.class || type == Long.class) {
            return of((value, writer) -> writer.number((Long) value), EntryReader::number);
        }
        if (type == boolean.class || type == Boolean.class) {
            return of((value, writer) -> writer.number((Boolean) value ? 1 : 0), reader -> reader.number() == 1);
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return of(
                    (value, writer) -> writer.number(((Enum<?>) value).ordinal()),
                    reader -> constants[(int) reader.number()]);
        }
        throw new IllegalArgumentException("values of " + type + " cannot be kept");
    }

    static Shape ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return ofList(RecordCodec.shape(arguments[0]));
        }
        if (type.getRawType() == Optional.class) {
            return ofOptional(RecordCodec.shape(arguments[0]));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class && arguments[1] == String.class) {
            return ofTexts();
        }
        throw new IllegalArgumentException("values of " + type + " cannot be kept");
    }

    private static Shape ofList(Shape item) {
        return of(
                (value, writer) -> {
                    List<?> items = (List<?>) value;
                    writer.number(items.size());
                    items.forEach(each -> item.write(each, writer));
                },
                reader -> {
                    int size = reader.size();
                    List<Object> items = new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        items.add(item.read(reader));
                    }
                    return items;
                });
    }

    private static Shape ofOptional(Shape item) {
        return of(
                (value, writer) -> {
                    Optional<?> optional = (Optional<?>) value;
                    writer.number(optional.isPresent() ? 1 : 0);
                    optional.ifPresent(present -> item.write(present, writer));
                },
                reader -> reader.number() == 1 ? Optional.of(item.read(reader)) : Optional.empty());
    }

    private static Shape ofTexts() {
        return of(
                (value, writer) -> {
                    Map<?, ?> map = (Map<?, ?>) value;
                    writer.number(map.size());
                    map.forEach((key, text) -> {
                        writer.text((String) key);
                        writer.text((String) text);
                    });
                },
                reader -> {
                    Map<String, String> map = new HashMap<>();
                    for (int rest = reader.size(); rest > 0; rest--) {
                        map.put(reader.text(), reader.text());
                    }
                    return map;
                });
    }

    private static Shape of(Writing writing, Reading reading) {
        return new Shape() {
            @Override
            public void write(Object value, EntryWriter writer) {
                writing.write(value, writer);
            }

            @Override
            public Object read(EntryReader reader) {
                return reading.read(reader);
            }
        };
    }

    /** One half of a shape. */
    @FunctionalInterface
    interface Writing {
        void write(Object value, EntryWriter writer);
    }

    /** The other half. */
    @FunctionalInterface
    interface Reading {
        Object read(EntryReader reader);
    }
}
