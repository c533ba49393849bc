package io.elt.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.project.SourceFile;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jinjava's interpreter, which here knows where it is and lets nothing pass. */
final class StrictInterpreter extends JinjavaInterpreter {

    private static final Set<String> HIDDEN = Set.of("import_resource_path", "kwargs", "varargs", "True", "False");

    private final Jinjava jinjava;
    private final Rendering rendering;

    StrictInterpreter(Jinjava jinjava, Context context, Rendering rendering) {
        super(jinjava, context, jinjava.getGlobalConfig());
        this.jinjava = jinjava;
        this.rendering = rendering;
    }

    /** For an imported file, which has variables of its own. */
    StrictInterpreter(StrictInterpreter outer) {
        super(outer);
        this.jinjava = outer.jinjava;
        this.rendering = outer.rendering;
    }

    static StrictInterpreter current() {
        return (StrictInterpreter) JinjavaInterpreter.getCurrent();
    }

    Rendering rendering() {
        return rendering;
    }

    @Override
    public Node parse(String template) {
        Optional<SourceFile> file = rendering.fileOf(template);
        if (file.isEmpty()) {
            return super.parse(template);
        }
        return TemplateParser.parse(file.get(), rendering.places(), getContext(), getConfig(), super::parse);
    }

    @Override
    public Object resolveELExpression(String expression, int lineNumber) {
        rendering.checkTime();
        return rendering.evaluation().evaluate(expression, () -> resolve(expression, lineNumber));
    }

    /** The text that an expression stands for, with marks around it. */
    String print(String expression) {
        rendering.checkTime();
        String macro = PrintedMacro.name(expression);
        Object value = rendering.evaluation().evaluatePrinted(macro, expression, () -> resolve(expression, 0));
        if (value == Evaluation.WRONG) {
            return "";
        }
        unprintable(value).ifPresent(problem -> rendering.report(problem.at(rendering.here())));
        // Blocks of a parent template keep their marks even through filters, which may have cut them apart.
        String text = macro == null ? Marks.strip(getAsString(value)) : getAsString(value);
        return rendering.placeNumber().map(number -> Marks.around(number, text)).orElse(text);
    }

    /** Here the place of the expression is still known. */
    private Object resolve(String expression, int lineNumber) {
        try {
            return super.resolveELExpression(expression, lineNumber);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw JinjavaErrors.unexpected(e, rendering).toException(e);
        }
    }

    private static Optional<Diagnostic> unprintable(Object value) {
        if (value == null) {
            return Optional.of(RenderErrors.noValue());
        }
        if (value instanceof JinjavaInterpreter) {
            return Optional.of(RenderErrors.forbidden("the interpreter cannot be written"));
        }
        if (value instanceof Collection || value instanceof Map) {
            return Optional.of(RenderErrors.collection());
        }
        boolean infinite = value instanceof Double number && (number.isInfinite() || number.isNaN());
        return infinite ? Optional.of(RenderErrors.failed("the result is not a number")) : Optional.empty();
    }

    @Override
    public String getAsString(Object object) {
        return object instanceof BigDecimal number ? number.toPlainString() : super.getAsString(object);
    }

    @Override
    public Object retraceVariable(String variable, int lineNumber, int startPosition) {
        if (variable.equals("none") || variable.equals("None")) {
            return null;
        }
        Object value = super.retraceVariable(variable, lineNumber, startPosition);
        rendering.evaluation().saw(value);
        if (value == null && !getContext().keySet().contains(variable)) {
            Place place = rendering.place().word(variable);
            rendering
                    .evaluation()
                    .undefined(RenderErrors.undefinedName(variable, names()).at(rendering.at(place)));
        }
        return value;
    }

    private Collection<String> names() {
        return getContext().keySet().stream()
                .filter(name -> !HIDDEN.contains(name) && !name.startsWith("__"))
                .toList();
    }

    @Override
    public void addError(TemplateError error) {
        Optional<EltException> own = causedBy(error == null ? null : error.getException());
        if (own.isPresent()) {
            throw own.get();
        }
        if (error != null && JinjavaErrors.isLimit(error)) {
            throw JinjavaErrors.translate(error, rendering).toException();
        }
        if (error != null && !rendering.evaluation().isWrong()) {
            rendering.evaluation().fail(JinjavaErrors.translate(error, rendering));
        }
    }

    static Optional<EltException> causedBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EltException own) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }
}
