package io.elt.render;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.tag.EndTag;
import com.hubspot.jinjava.lib.tag.FlexibleTag;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import com.hubspot.jinjava.tree.parse.NoteToken;
import com.hubspot.jinjava.tree.parse.TagToken;
import com.hubspot.jinjava.tree.parse.UnclosedToken;
import io.elt.diagnostic.Diagnostic;
import io.elt.render.TemplateTokens.Located;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds tags that are unknown, not closed or not opened. Jinjava would drop them, each with a warning about another line. */
final class TemplateCheck {

    /** Tags that live only inside others; Jinjava renders them as nothing elsewhere. */
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "else", Set.of("if", "for", "unless", "ifchanged"),
            "elif", Set.of("if", "unless"),
            "elseif", Set.of("if", "unless"),
            "break", Set.of("for"),
            "continue", Set.of("for"));

    private static final int DEEPEST = 100;

    private final Context context;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Deque<Located> open = new ArrayDeque<>();

    private TemplateCheck(Context context) {
        this.context = context;
    }

    static List<Diagnostic> check(TemplateTokens template, Context context) {
        TemplateCheck check = new TemplateCheck(context);
        template.tokens().forEach(check::token);
        check.open.forEach(tag -> check.problems.add(RenderErrors.notClosed(tag.place(), check.endName(tag))));
        return check.problems;
    }

    private void token(Located located) {
        if (located.token() instanceof UnclosedToken) {
            String opened = located.place().image().substring(0, 2);
            problems.add(RenderErrors.notClosed(located.place().part(0, 2), opened.equals("{{") ? "}}" : "%}"));
            return;
        }
        if (located.token() instanceof NoteToken && !located.place().image().endsWith("#}")) {
            problems.add(RenderErrors.notClosed(located.place().part(0, 2), "#}"));
            return;
        }
        if (located.token() instanceof TagToken || located.token() instanceof ExpressionToken) {
            if (isEmpty(located.place().image())) {
                problems.add(RenderErrors.emptyTag(located.place()));
                return;
            }
            if (brackets(located.place().image()) > DEEPEST) {
                problems.add(RenderErrors.tooDeep(located.place(), "brackets", DEEPEST));
                return;
            }
        }
        if (located.token() instanceof TagToken tag) {
            tag(located, tag);
        }
    }

    private void tag(Located located, TagToken token) {
        String name = token.getTagName();
        Tag tag = context.getTag(name);
        if (tag == null) {
            problems.add(RenderErrors.unknownTag(located.place().word(token.getRawTagName()), name, tagNames()));
            return;
        }
        if (tag instanceof EndTag) {
            close(located, name);
            return;
        }
        Set<String> parents = INSIDE.get(name);
        if (parents != null && open.stream().noneMatch(outer -> parents.contains(name(outer)))) {
            problems.add(RenderErrors.misplacedTag(located.place(), name, parents));
            return;
        }
        boolean closes =
                tag.getEndTagName() != null && !(tag instanceof FlexibleTag flexible && !flexible.hasEndTag(token));
        if (closes) {
            open.push(located);
            if (open.size() == DEEPEST + 1) {
                problems.add(RenderErrors.tooDeep(located.place(), "blocks", DEEPEST));
            }
        }
    }

    private static boolean isEmpty(String image) {
        return image.replaceAll("^[{%-]+|[%}-]+$", "").isBlank();
    }

    /** How deep brackets stand in each other; the parser of expressions takes twice the time for each. */
    private static int brackets(String image) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < image.length(); i++) {
            switch (image.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private void close(Located located, String name) {
        if (open.stream().noneMatch(tag -> endName(tag).equals(name))) {
            problems.add(RenderErrors.notOpened(located.place(), name));
            return;
        }
        while (!endName(open.peek()).equals(name)) {
            Located forgotten = open.pop();
            problems.add(RenderErrors.notClosed(forgotten.place(), endName(forgotten)));
        }
        open.pop();
    }

    private String endName(Located tag) {
        return context.getTag(name(tag)).getEndTagName();
    }

    private static String name(Located tag) {
        return ((TagToken) tag.token()).getTagName();
    }

    private List<String> tagNames() {
        return context.getAllTags().stream().map(Tag::getName).distinct().toList();
    }
}
