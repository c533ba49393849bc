package io.elt.render;

import io.elt.diagnostic.SourceSpan;
import io.elt.project.SourceFile;

/** A stretch of a template file. */
record Place(SourceFile file, int start, int end) {

    String image() {
        return file.text().substring(start, end);
    }

    SourceSpan span() {
        return SourceSpan.within(file.path(), file.text(), start, end);
    }

    Place part(int from, int to) {
        return new Place(file, start + from, start + to);
    }

    /** The white space before it, if there is nothing else before it on its line. */
    String indentation() {
        String before = file.text().substring(file.text().lastIndexOf('\n', start - 1) + 1, start);
        return before.isBlank() ? before : "";
    }

    /** The closing braces of a tag or an expression. */
    Place ending() {
        int length = end - start;
        return part(Math.max(0, length - 2), length);
    }

    /** The first whole word {@code name} in here, or all of this if it is not written here. */
    Place word(String name) {
        String image = image();
        for (int at = image.indexOf(name); at >= 0; at = image.indexOf(name, at + 1)) {
            int after = at + name.length();
            boolean startsWord = at == 0 || !Character.isJavaIdentifierPart(image.charAt(at - 1));
            boolean endsWord = after == image.length() || !Character.isJavaIdentifierPart(image.charAt(after));
            if (startsWord && endsWord) {
                return part(at, after);
            }
        }
        return this;
    }
}
