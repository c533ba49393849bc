package io.elt.plan.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record, one component after the other. */
record RecordShape(Constructor<?> constructor, Method[] accessors, Shape[] shapes) implements Shape {
    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            Method[] accessors =
                    Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
            for (Method accessor : accessors) {
                accessor.setAccessible(true);
            }
            Shape[] shapes = Arrays.stream(components)
                    .map(component -> RecordCodec.shape(component.getGenericType()))
                    .toArray(Shape[]::new);
            return new RecordShape(constructor, accessors, shapes);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    @Override
    public void write(Object value, EntryWriter writer) {
        try {
            for (int i = 0; i < accessors.length; i++) {
                shapes[i].write(accessors[i].invoke(value), writer);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of " + constructor.getDeclaringClass() + " cannot be read", e);
        }
    }

    @Override
    public Object read(EntryReader reader) {
        Object[] values = new Object[shapes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = shapes[i].read(reader);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no record of " + constructor.getDeclaringClass(), e);
        }
    }
}
