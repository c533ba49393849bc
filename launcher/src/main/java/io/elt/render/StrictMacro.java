package io.elt.render;

import com.hubspot.jinjava.el.ext.NamedParameter;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.tree.Node;
import io.elt.diagnostic.Diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A macro that takes the arguments it names, and gives its text without marks to whoever looks at it. */
final class StrictMacro extends MacroFunction {

    private final MacroSignature signature;
    private final Context definedIn;

    private StrictMacro(List<Node> body, MacroSignature signature, boolean caller, Context definedIn) {
        super(body, signature.name(), signature.arguments(), caller, definedIn, 0, 0);
        this.signature = signature;
        this.definedIn = definedIn;
    }

    static StrictMacro define(List<Node> body, MacroSignature signature, Context context) {
        return new StrictMacro(body, signature, false, context);
    }

    /** The body of a call block, which the called macro knows as {@code caller}. */
    static StrictMacro caller(List<Node> body, MacroSignature signature, Context context) {
        return new StrictMacro(body, signature, true, context);
    }

    List<Node> body() {
        return content;
    }

    @Override
    public Object evaluate(Object... arguments) {
        StrictInterpreter interpreter = StrictInterpreter.current();
        Evaluation evaluation = interpreter.rendering().evaluation();
        boolean printed = evaluation.prints(getName());
        List<Object> positional = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object argument : arguments) {
            if (argument instanceof NamedParameter parameter) {
                named.put(parameter.getName(), Marks.strip(parameter.getValue()));
            } else {
                positional.add(Marks.strip(argument));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (MacroSignature.Parameter parameter : signature.parameters()) {
            if (!positional.isEmpty()) {
                values.put(parameter.name(), positional.remove(0));
            } else if (named.containsKey(parameter.name())) {
                values.put(parameter.name(), named.remove(parameter.name()));
            } else if (parameter.defaultExpression().isPresent()) {
                String expression = parameter.defaultExpression().get();
                values.put(parameter.name(), interpreter.resolveELExpression(expression, 0));
            } else {
                return fail(interpreter, RenderErrors.missingArgument(getName(), parameter.name()));
            }
        }
        if (!named.isEmpty() && !mentions(KWARGS_KEY)) {
            String first = named.keySet().iterator().next();
            return fail(
                    interpreter,
                    RenderErrors.unknownArgument(
                            getName(), first, signature.arguments().keySet()));
        }
        if (!positional.isEmpty() && !mentions(VARARGS_KEY)) {
            int most = signature.parameters().size();
            return fail(interpreter, RenderErrors.surplusArguments(getName(), most));
        }
        Object text = doEvaluate(values, named, positional);
        return printed ? text : Marks.strip(text);
    }

    private boolean mentions(String name) {
        return reconstructImage().contains(name);
    }

    private static Object fail(StrictInterpreter interpreter, Diagnostic diagnostic) {
        Rendering rendering = interpreter.rendering();
        rendering.evaluation().fail(diagnostic.at(rendering.here()));
        return null;
    }

    @Override
    public MacroFunction cloneWithNewName(String name) {
        return new StrictMacro(content, signature.renamed(name), isCaller(), definedIn);
    }
}
