package io.elt.render;

import com.hubspot.jinjava.el.JinjavaInterpreterResolver;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;

import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Looks up properties as Jinjava does, and notes a key that a mapping does not have. */
final class StrictLookups extends ELResolver {

    private final ELResolver resolver = JinjavaInterpreterResolver.DEFAULT_RESOLVER_READ_ONLY;

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Object value = resolver.getValue(context, base, property);
        if (value == null && base instanceof Map<?, ?> map && !map.containsKey(property) && !isMethod(base, property)) {
            if (JinjavaInterpreter.getCurrent() instanceof StrictInterpreter interpreter) {
                Rendering rendering = interpreter.rendering();
                String name = String.valueOf(property);
                List<String> keys = map.keySet().stream().map(String::valueOf).toList();
                rendering
                        .evaluation()
                        .undefined(RenderErrors.undefinedProperty(name, keys)
                                .at(rendering.at(rendering.place().word(name))));
            }
        }
        return value;
    }

    /** {@code map.items()} asks for the property {@code items} first. */
    private static boolean isMethod(Object base, Object property) {
        return Arrays.stream(base.getClass().getMethods())
                .anyMatch(method -> method.getName().equals(String.valueOf(property)));
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        return resolver.invoke(context, base, method, types, arguments);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return resolver.getType(context, base, property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        resolver.setValue(context, base, property, value);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return resolver.isReadOnly(context, base, property);
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
