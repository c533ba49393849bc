package io.elt.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import io.elt.diagnostic.Diagnostic;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The outermost scope of a rendering: what is not found here does not exist. */
final class StrictContext extends Context {

    private final Map<String, MacroFunction> functions;
    private final Set<String> builtIn;
    private final Rendering rendering;

    StrictContext(Jinjava jinjava, Map<String, ?> bindings, Map<String, MacroFunction> functions, Rendering rendering) {
        super(jinjava.getGlobalContext(), bindings, jinjava.getGlobalConfig().getDisabled());
        this.functions = functions;
        this.builtIn = jinjava.getGlobalContext().getAllFunctions().stream()
                .map(ELFunctionDefinition::getLocalName)
                .collect(Collectors.toSet());
        this.rendering = rendering;
    }

    @Override
    public MacroFunction getGlobalMacro(String identifier) {
        MacroFunction own = getGlobalMacros().get(identifier);
        MacroFunction found = own == null ? functions.get(identifier) : own;
        if (found == null && !builtIn.contains(identifier)) {
            Set<String> known = new TreeSet<>(functions.keySet());
            known.addAll(getGlobalMacros().keySet());
            fail(RenderErrors.undefinedFunction(identifier, known), identifier);
        }
        return found;
    }

    @Override
    public Filter getFilter(String name) {
        Filter found = super.getFilter(name);
        if (found == null) {
            fail(
                    RenderErrors.undefinedFilter(
                            name, getAllFilters().stream().map(Filter::getName).toList()),
                    name);
        }
        return found;
    }

    @Override
    public ExpTest getExpTest(String name) {
        ExpTest found = super.getExpTest(name);
        if (found == null) {
            fail(
                    RenderErrors.undefinedTest(
                            name,
                            getAllExpTests().stream().map(ExpTest::getName).toList()),
                    name);
        }
        return found;
    }

    private void fail(Diagnostic diagnostic, String name) {
        rendering.evaluation().fail(diagnostic.at(rendering.at(rendering.place().word(name))));
    }

    // Jinjava notes what it resolves in every outer scope too; the outermost one is shared by all threads and never
    // read.

    @Override
    public void addResolvedExpression(String expression) {}

    @Override
    public void addResolvedValue(String value) {}

    @Override
    public void addResolvedFunction(String function) {}
}
