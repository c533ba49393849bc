package io.elt.render;

/** Tells whether an expression is nothing but one call, {@code name(...)}: then its result is printed and never looked at. */
final class PrintedMacro {

    private PrintedMacro() {}

    /** The name of the macro that is called, without a qualifier; null if the expression is more than that, or less. */
    static String name(String expression) {
        String text = expression.trim();
        int open = text.indexOf('(');
        if (open <= 0 || !isQualifiedName(text.substring(0, open)) || closing(text, open) != text.length() - 1) {
            return null;
        }
        String name = text.substring(0, open).trim();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isQualifiedName(String text) {
        return text.trim().chars().allMatch(letter -> letter == '.' || Character.isJavaIdentifierPart(letter));
    }

    private static int closing(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                if (letter == '\\') {
                    i++;
                } else if (letter == quote) {
                    quote = 0;
                }
                continue;
            }
            switch (letter) {
                case '\'', '"' -> quote = letter;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }
}
