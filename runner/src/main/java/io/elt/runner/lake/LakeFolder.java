package io.elt.runner.lake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of lakes in folders. */
public final class LakeFolder {
    /** {@code elt-file:/mnt/lake}. */
    public static final String SCHEME = "elt-file";

    /** {@code /(3)/home/my(20)work/lake}: three names are written with codes. */
    private static final Pattern ESCAPED = Pattern.compile("/\\((\\d+)\\)(/.*)");

    private static final Pattern CODE = Pattern.compile("\\(([0-9A-F]+)\\)");

    private LakeFolder() {}

    /** The file of the path of a lake's address. */
    public static String unescape(String path) {
        Matcher escaped = ESCAPED.matcher(path);
        if (!escaped.matches()) {
            return path;
        }
        StringBuilder file = new StringBuilder();
        int left = Integer.parseInt(escaped.group(1));
        for (String name : escaped.group(2).substring(1).split("/")) {
            file.append('/').append(left-- > 0 ? decode(name) : name);
        }
        return file.toString();
    }

    private static String decode(String name) {
        return CODE.matcher(name)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }
}
