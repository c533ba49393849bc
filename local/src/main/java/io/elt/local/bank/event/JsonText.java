package io.elt.local.bank.event;

/**
 * JSON written piece by piece and exactly as told, so that a number keeps its digits and an event can be left off in
 * the middle, like the line it comes from.
 */
public final class JsonText {
    private final StringBuilder text = new StringBuilder(256);
    private boolean first = true;

    public JsonText open() {
        text.append('{');
        first = true;
        return this;
    }

    public JsonText close() {
        text.append('}');
        first = false;
        return this;
    }

    public JsonText name(String name) {
        if (!first) {
            text.append(',');
        }
        first = false;
        string(name).text.append(':');
        return this;
    }

    public JsonText string(String value) {
        unfinishedString(value).text.append('"');
        return this;
    }

    /** A string whose end is missing. */
    public JsonText unfinishedString(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        return this;
    }

    /** Anything else that is JSON already: a number, {@code null}, a whole object. */
    public JsonText verbatim(String value) {
        text.append(value);
        return this;
    }

    private void append(char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
            return;
        }
        if (character < ' ') {
            text.append(String.format("\\u%04x", (int) character));
            return;
        }
        text.append(character);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
