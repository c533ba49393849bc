package io.elt.project;

import java.util.regex.Pattern;

/** What may be a name; names end up in job names, labels and file names of clusters. */
public final class Names {

    /** File systems and clusters cut off longer ones, or refuse them. */
    static final int LONGEST = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private Names() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }
}
