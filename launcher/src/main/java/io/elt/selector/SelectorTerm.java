package io.elt.selector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One term of a selector, such as {@code 2+tag:daily+}.
 *
 * @param argument what stands behind the method's dot, as {@code mode} in {@code config.mode:batch}; else empty
 * @param upstream how many steps against the data; 0 for none
 * @param downstream how many steps with the data; 0 for none
 * @param closure {@code @}: with everything downstream, and with everything that any of it reads
 */
record SelectorTerm(
        String text, Method method, String argument, String pattern, int upstream, int downstream, boolean closure) {

    static final int ALL = Integer.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("(@)?(?:(\\d*)(\\+))?([^+@]*)(?:(\\+)(\\d*))?");

    enum Method {
        QUALIFIED_NAME,
        NAME,
        TAG,
        PATH,
        FILE,
        LAYER,
        TABLE,
        SOURCE,
        CONFIG
    }

    static SelectorTerm parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(4).isEmpty()) {
            throw SelectorErrors.notUnderstood(text).toException();
        }
        boolean closure = form.group(1) != null;
        if (closure && form.group(5) != null) {
            throw SelectorErrors.notUnderstood(text)
                    .withHint("'@' already takes both directions, so '+' cannot stand behind it")
                    .toException();
        }
        String value = form.group(4);
        int colon = value.indexOf(':');
        String pattern = colon < 0 ? value : value.substring(colon + 1);
        String[] words = (colon < 0 ? "" : value.substring(0, colon)).split("\\.", 2);
        Method method = colon < 0 ? byLook(pattern) : method(text, words[0]);
        String argument = words.length == 1 ? "" : words[1];
        if (method == Method.CONFIG && argument.isEmpty()) {
            throw SelectorErrors.notUnderstood(text)
                    .withHint("name the key, as in config.mode:batch")
                    .toException();
        }
        if (pattern.isEmpty()) {
            throw SelectorErrors.notUnderstood(text).toException();
        }
        return new SelectorTerm(
                text,
                method,
                argument,
                pattern,
                steps(text, form.group(3), form.group(2)),
                steps(text, form.group(5), form.group(6)),
                closure);
    }

    private static int steps(String text, String plus, String digits) {
        if (plus == null) {
            return 0;
        }
        if (digits.isEmpty()) {
            return ALL;
        }
        if (digits.length() > 9) {
            throw SelectorErrors.notUnderstood(text).toException();
        }
        return Integer.parseInt(digits);
    }

    /** What somebody means who names no method. */
    private static Method byLook(String pattern) {
        if (pattern.indexOf('/') >= 0 || pattern.indexOf('\\') >= 0) {
            return Method.PATH;
        }
        return pattern.endsWith(".sql") ? Method.FILE : Method.QUALIFIED_NAME;
    }

    private static Method method(String text, String name) {
        return switch (name) {
            case "fqn" -> Method.QUALIFIED_NAME;
            case "tag" -> Method.TAG;
            case "path" -> Method.PATH;
            case "file" -> Method.FILE;
            case "source" -> Method.SOURCE;
            case "config" -> Method.CONFIG;
            case "layer" -> Method.LAYER;
            case "table" -> Method.TABLE;
            case "name" -> Method.NAME;
            default -> throw SelectorErrors.unknownMethod(text, name).toException();
        };
    }
}
