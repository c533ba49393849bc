package io.elt.render;

import com.hubspot.jinjava.el.ext.NamedParameter;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function that the project offers to its templates, such as {@code var}. */
final class ProjectFunction extends MacroFunction {

    /** The arguments of one call. */
    record Arguments(List<Object> positional, Map<String, Object> named) {}

    /** Gives the value, or throws an {@link EltException} whose problems have no place yet. */
    @FunctionalInterface
    interface Body {
        Object call(Arguments arguments, Rendering rendering);
    }

    private final Body function;

    ProjectFunction(String name, Body function) {
        // Functions may nest in their own arguments, which Jinjava allows to what it takes for a caller.
        super(List.of(), name, new LinkedHashMap<>(), true, null, 0, 0);
        this.function = function;
    }

    @Override
    public Object evaluate(Object... arguments) {
        List<Object> positional = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object argument : arguments) {
            if (argument instanceof NamedParameter parameter) {
                named.put(parameter.getName(), parameter.getValue());
            } else {
                positional.add(argument);
            }
        }
        StrictInterpreter interpreter = StrictInterpreter.current();
        Rendering rendering = interpreter.rendering();
        try {
            Object value = function.call(new Arguments(positional, named), rendering);
            rendering.evaluation().saw(value);
            if (value instanceof String text && !Marks.strip(text).equals(text)) {
                throw RenderErrors.notText(getName()).toException();
            }
            return interpreter.wrap(value);
        } catch (EltException e) {
            for (Diagnostic diagnostic : e.diagnostics()) {
                boolean placed = diagnostic.span().isPresent();
                rendering.evaluation().fail(placed ? diagnostic : diagnostic.at(rendering.here()));
            }
            return null;
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
