package io.elt.render;

import com.hubspot.jinjava.interpret.CollectionTooBigException;
import com.hubspot.jinjava.interpret.OutputTooBigException;
import com.hubspot.jinjava.interpret.TagCycleException;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateSyntaxException;
import com.hubspot.jinjava.interpret.errorcategory.BasicTemplateErrorCategory;
import io.elt.diagnostic.Diagnostic;
import jinjava.de.odysseus.el.tree.TreeBuilderException;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says Jinjava's errors in our words, at our places. */
final class JinjavaErrors {

    private static final String TOO_LARGE = "the result is larger than a file of SQL can be";
    private static final Pattern CLASS = Pattern.compile("(?:class )?\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

    private static final Set<BasicTemplateErrorCategory> CYCLES = EnumSet.of(
            BasicTemplateErrorCategory.CYCLE_DETECTED,
            BasicTemplateErrorCategory.IMPORT_CYCLE_DETECTED,
            BasicTemplateErrorCategory.INCLUDE_CYCLE_DETECTED,
            BasicTemplateErrorCategory.FROM_CYCLE_DETECTED);

    private JinjavaErrors() {}

    /** Whether it makes no sense to go on. */
    static boolean isLimit(TemplateError error) {
        return error.getReason() == TemplateError.ErrorReason.OUTPUT_TOO_BIG
                || error.getReason() == TemplateError.ErrorReason.COLLECTION_TOO_BIG;
    }

    static Diagnostic translate(TemplateError error, Rendering rendering) {
        Optional<Diagnostic> cause = byCause(error.getException());
        if (cause.isPresent()) {
            return cause.get().at(rendering.here());
        }
        if (error.getException() instanceof TemplateSyntaxException syntax) {
            return syntax(syntax, rendering);
        }
        return words(error).at(rendering.here());
    }

    /** An exception that left Jinjava, as some tags throw them. */
    static Diagnostic unexpected(Throwable failure, Rendering rendering) {
        if (failure instanceof TemplateSyntaxException syntax) {
            return syntax(syntax, rendering);
        }
        if (failure instanceof TagCycleException cycle) {
            return RenderErrors.circle(cycle.getPath()).at(rendering.here());
        }
        Optional<Diagnostic> cause = byCause(failure);
        if (cause.isPresent()) {
            return cause.get().at(rendering.here());
        }
        return RenderErrors.failed(firstLine(failure.getMessage())).at(rendering.here());
    }

    /** What says by its class what it is, however often it was wrapped. */
    private static Optional<Diagnostic> byCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StackOverflowError) {
                return Optional.of(RenderErrors.limit("the template is too long or nested too deeply"));
            }
            if (cause instanceof OutOfMemoryError) {
                return Optional.of(RenderErrors.limit("the template needs more memory than there is"));
            }
            if (cause instanceof OutputTooBigException) {
                return Optional.of(RenderErrors.limit(TOO_LARGE));
            }
            if (cause instanceof CollectionTooBigException) {
                return Optional.of(RenderErrors.limit("a list or a mapping has too many entries"));
            }
            if (cause instanceof ArithmeticException) {
                return Optional.of(RenderErrors.failed("the calculation fails: " + cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static Diagnostic words(TemplateError error) {
        String message = firstLine(error.getMessage());
        if (error.getCategory() instanceof BasicTemplateErrorCategory category && CYCLES.contains(category)) {
            String path = message.replaceFirst(".*: *", "").replace("'", "");
            return RenderErrors.circle(path);
        }
        return switch (error.getReason()) {
            case OUTPUT_TOO_BIG -> RenderErrors.limit(TOO_LARGE);
            case COLLECTION_TOO_BIG -> RenderErrors.limit(message);
            case DISABLED ->
                RenderErrors.forbidden("'" + error.getFieldName().replaceFirst("^(filter|exptest):", "")
                        + "' is switched off in templates");
            case SYNTAX_ERROR -> RenderErrors.tagSyntax(message);
            default -> RenderErrors.failed(message);
        };
    }

    private static Diagnostic syntax(TemplateSyntaxException syntax, Rendering rendering) {
        if (syntax.getCause() instanceof TreeBuilderException tree) {
            Place expression = rendering.place();
            boolean ends = tree.getEncountered().equals("'}'");
            String problem =
                    "expected " + expected(tree) + ", but " + (ends ? "it ends" : "there is " + tree.getEncountered());
            Place place = ends ? expression.ending() : remainder(expression, syntax.getCode());
            return RenderErrors.expressionSyntax(problem).at(rendering.at(place));
        }
        String code = syntax.getCode() == null ? "" : syntax.getCode().trim();
        String message = firstLine(syntax.getMessage()).replace("Syntax error in '" + code + "': ", "");
        if (!code.isEmpty() && code.chars().allMatch(Character::isJavaIdentifierPart)) {
            return RenderErrors.failed(code + " " + message).at(rendering.here());
        }
        Optional<Place> tag =
                code.isEmpty() ? Optional.empty() : rendering.places().tag(code);
        if (tag.isEmpty()) {
            return RenderErrors.failed(message).at(rendering.here());
        }
        return RenderErrors.tagSyntax(message).at(rendering.at(tag.get()));
    }

    private static String expected(TreeBuilderException tree) {
        // A long list of alternatives is what may start a value.
        return tree.getExpected().contains("|") ? "a value" : tree.getExpected();
    }

    /** The place in an expression from which on it could not be read. */
    private static Place remainder(Place expression, String code) {
        String rest = code == null ? "" : code.trim();
        int start = rest.isEmpty() ? -1 : expression.image().lastIndexOf(rest);
        return start < 0 ? expression : expression.part(start, start + rest.length());
    }

    private static String firstLine(String message) {
        if (message == null) {
            return "the template cannot be rendered";
        }
        return message.lines()
                .findFirst()
                .orElse(message)
                .replaceFirst("^\\w+(Exception|Error): ", "")
                .replaceFirst(
                        "^Max recursion limit of (\\d+) reached for macro ('.*')", "the macro $2 calls itself $1 deep")
                .replaceAll(CLASS.pattern(), "$1")
                .replaceFirst("^\\w+ when resolving expression .*?: \\w+: ", "the calculation fails: ")
                .replaceFirst(
                        "^Cannot coerce (.*) of String to (?:Long|Double|BigDecimal).*",
                        "$1 is a text and not a number")
                .replaceAll("in (?:SizeLimiting)?PyMap", "in a mapping")
                .replaceAll("in (?:SizeLimiting)?PyList", "in a list")
                .replaceAll("in String$", "in a text")
                .trim();
    }
}
