package io.elt.selector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One term of a selector, such as {@code 2+tag:daily+}.
 *
 * @param upstream how many steps against the data; 0 for none
 * @param downstream how many steps with the data; 0 for none
 * @param closure {@code @}: with everything downstream, and with everything that any of it reads
 */
record SelectorTerm(String text, Method method, String pattern, int upstream, int downstream, boolean closure) {

    static final int ALL = Integer.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("(@)?(?:(\\d*)(\\+))?([^+@]*)(?:(\\+)(\\d*))?");

    enum Method {
        NAME,
        TAG,
        PATH,
        LAYER,
        TABLE
    }

    static SelectorTerm parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(4).isEmpty()) {
            throw SelectorErrors.notUnderstood(text).toException();
        }
        boolean closure = form.group(1) != null;
        if (closure && (form.group(3) != null || form.group(5) != null)) {
            throw SelectorErrors.notUnderstood(text)
                    .withHint("'@' already takes both directions, so '+' cannot stand with it")
                    .toException();
        }
        String value = form.group(4);
        int colon = value.indexOf(':');
        Method method = colon < 0 ? Method.NAME : method(text, value.substring(0, colon));
        String pattern = colon < 0 ? value : value.substring(colon + 1);
        if (pattern.isEmpty()) {
            throw SelectorErrors.notUnderstood(text).toException();
        }
        return new SelectorTerm(
                text,
                method,
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

    private static Method method(String text, String name) {
        return switch (name) {
            case "tag" -> Method.TAG;
            case "path", "file" -> Method.PATH;
            case "layer" -> Method.LAYER;
            case "table" -> Method.TABLE;
            case "name" -> Method.NAME;
            default -> throw SelectorErrors.unknownMethod(text, name).toException();
        };
    }
}
