package io.elt.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code name(first, second='a, b')}, read by a scanner: a comma or a parenthesis in a default is part of it. */
record MacroSignature(String name, List<Parameter> parameters) {

    record Parameter(String name, Optional<String> defaultExpression) {}

    MacroSignature {
        parameters = List.copyOf(parameters);
    }

    static Optional<MacroSignature> parse(String definition) {
        String text = definition.trim();
        int open = text.indexOf('(');
        if (open < 0) {
            return isName(text) ? Optional.of(new MacroSignature(text, List.of())) : Optional.empty();
        }
        String name = text.substring(0, open).trim();
        Optional<List<Parameter>> parameters = isName(name) ? parameters(text.substring(open)) : Optional.empty();
        return parameters.map(found -> new MacroSignature(name, found));
    }

    /** The parameters of {@code (a, b=1)}; empty if it does not read like that up to its end. */
    static Optional<List<Parameter>> parameters(String text) {
        List<Parameter> parameters = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                if (letter == '\\') {
                    i++;
                } else if (letter == quote) {
                    quote = 0;
                }
                continue;
            }
            if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if ("([{".indexOf(letter) >= 0) {
                depth++;
            } else if (")]}".indexOf(letter) >= 0) {
                depth--;
            }
            boolean end = depth == 0;
            if (!end && !(depth == 1 && letter == ',')) {
                continue;
            }
            String part = text.substring(start, i);
            start = i + 1;
            if (end && part.isBlank() && parameters.isEmpty()) {
                return isRest(text, i) ? Optional.of(parameters) : Optional.empty();
            }
            Optional<Parameter> parameter = parameter(part);
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            parameters.add(parameter.get());
            if (end) {
                return isRest(text, i) ? Optional.of(parameters) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isRest(String text, int closing) {
        return text.substring(closing + 1).isBlank();
    }

    private static Optional<Parameter> parameter(String text) {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).trim();
        if (!isName(name)) {
            return Optional.empty();
        }
        if (equals < 0) {
            return Optional.of(new Parameter(name, Optional.empty()));
        }
        String expression = text.substring(equals + 1).trim();
        return expression.isEmpty() ? Optional.empty() : Optional.of(new Parameter(name, Optional.of(expression)));
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && Character.isJavaIdentifierStart(text.charAt(0))
                && text.chars().allMatch(Character::isJavaIdentifierPart);
    }

    MacroSignature renamed(String other) {
        return new MacroSignature(other, parameters);
    }

    LinkedHashMap<String, Object> arguments() {
        LinkedHashMap<String, Object> arguments = new LinkedHashMap<>();
        parameters.forEach(parameter -> arguments.put(parameter.name(), null));
        return arguments;
    }
}
