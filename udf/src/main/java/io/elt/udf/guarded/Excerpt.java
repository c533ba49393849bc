package io.elt.udf.guarded;

/** Cuts text that came from outside down to what fits in one line of a reason. */
public final class Excerpt {

    private Excerpt() {}

    /** The text without control characters and not longer than {@code limit} characters. */
    public static String line(String text, int limit) {
        int end = text.length() <= limit ? text.length() : cut(text, limit - 3);
        StringBuilder line = new StringBuilder(end + 3);
        for (int position = 0; position < end; position++) {
            char character = text.charAt(position);
            line.append(Character.isISOControl(character) ? ' ' : character);
        }
        return end == text.length() ? line.toString() : line.append("...").toString();
    }

    /** Where to cut without splitting a surrogate pair. */
    private static int cut(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
