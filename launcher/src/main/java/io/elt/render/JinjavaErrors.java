package io.elt.render;

import com.hubspot.jinjava.interpret.TagCycleException;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateSyntaxException;
import com.hubspot.jinjava.interpret.errorcategory.BasicTemplateErrorCategory;
import io.elt.diagnostic.Diagnostic;
import jinjava.de.odysseus.el.tree.TreeBuilderException;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Says Jinjava's errors in our words, at our places. */
final class JinjavaErrors {

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
            return RenderErrors.limit("'" + cycle.getPath() + "' includes itself, directly or through others")
                    .at(rendering.here());
        }
        if (failure instanceof StackOverflowError) {
            return RenderErrors.limit("the template calls itself too deeply").at(rendering.here());
        }
        return RenderErrors.failed(firstLine(failure.getMessage())).at(rendering.here());
    }

    private static Diagnostic words(TemplateError error) {
        String message = firstLine(error.getMessage());
        if (error.getCategory() instanceof BasicTemplateErrorCategory category && CYCLES.contains(category)) {
            return RenderErrors.limit(message);
        }
        return switch (error.getReason()) {
            case OUTPUT_TOO_BIG -> RenderErrors.limit("the result is larger than a file of SQL can be");
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
                .trim();
    }
}
