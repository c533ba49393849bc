package io.elt.script;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a file names, seen at a glance: its template is not rendered and nothing is checked. Good enough to offer names to
 * somebody who types; what a macro makes of a name is not found.
 *
 * @param tables that it creates for all files, as they are written
 * @param views that it creates for all files
 * @param tags that its {@code config} gives it
 */
public record TextScan(Set<String> tables, Set<String> views, Set<String> tags) {
    private static final Pattern TEMPLATE_COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);

    /** What may stand between CREATE and TABLE or VIEW, of what is not the file's own. */
    private static final Set<String> BEFORE = Set.of("OR", "REPLACE");

    private static final Set<String> AFTER = Set.of("IF", "NOT", "EXISTS");

    public static TextScan of(String text, Dialect dialect) {
        String sql = TEMPLATE_COMMENT.matcher(text).replaceAll(" ");
        TextScan found = new TextScan(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        try {
            found.read(new Tokens(sql, Lexer.tokens(sql, dialect)));
        } catch (Lexer.Unterminated e) {
            // Somebody is still writing it.
            return found;
        }
        return found;
    }

    private void read(Tokens tokens) {
        while (tokens.hasNext()) {
            if (tokens.skip("CREATE")) {
                tokens.skipAll(BEFORE);
                Set<String> names = tokens.skip("TABLE") ? tables : tokens.skip("VIEW") ? views : null;
                if (names != null) {
                    tokens.skipAll(AFTER);
                    tokens.name().ifPresent(names::add);
                }
            } else if (tokens.skip("tags")) {
                tags.addAll(tokens.strings());
            } else {
                tokens.next();
            }
        }
    }
}
