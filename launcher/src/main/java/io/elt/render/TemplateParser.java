package io.elt.render;

import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.TextToken;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.project.SourceFile;
import io.elt.render.TemplateTokens.Located;

import java.util.List;
import java.util.function.Function;

/** Parses a template so that its text carries marks and the place of each of its tokens is known. */
final class TemplateParser {

    private TemplateParser() {}

    /** @param parse Jinjava's own parser */
    static Node parse(
            SourceFile file, Places places, Context context, JinjavaConfig config, Function<String, Node> parse) {
        TemplateTokens plain = TemplateTokens.scan(file, config);
        List<Diagnostic> problems = TemplateCheck.check(plain, context);
        if (!problems.isEmpty()) {
            throw new EltException(problems, null);
        }
        String marked = mark(plain, places);
        boolean markable = plain.sameShape(TemplateTokens.scan(file, marked, config));
        Node root = parse.apply(markable ? marked : file.text());
        new Binder(plain.tokens(), places).bind(root);
        return root;
    }

    /** White space keeps its place at the border of the text, where white space control looks for it. */
    private static String mark(TemplateTokens template, Places places) {
        StringBuilder marked = new StringBuilder();
        for (Located located : template.tokens()) {
            String image = located.place().image();
            int first = firstVisible(image);
            if (!(located.token() instanceof TextToken) || first == image.length()) {
                marked.append(image);
                continue;
            }
            int number = places.add(located.place().part(first, image.length()));
            marked.append(image, 0, first).append(Marks.of(Marks.TEXT, number)).append(image, first, image.length());
        }
        return marked.toString();
    }

    private static int firstVisible(String image) {
        int first = 0;
        while (first < image.length() && Character.isWhitespace(image.charAt(first))) {
            first++;
        }
        return first;
    }

    /** Walks the tree and the tokens in step; the parser drops tokens but does not reorder them. */
    private static final class Binder {

        private final List<Located> tokens;
        private final Places places;
        private int next;

        Binder(List<Located> tokens, Places places) {
            this.tokens = tokens;
            this.places = places;
        }

        void bind(Node node) {
            if (node instanceof ExpressionNode || node instanceof TagNode) {
                String image = node.getMaster().getImage();
                while (next < tokens.size()
                        && !tokens.get(next).token().getImage().equals(image)) {
                    next++;
                }
                if (next < tokens.size()) {
                    places.bind(node.getMaster(), places.add(tokens.get(next++).place()));
                }
            }
            node.getChildren().forEach(this::bind);
        }
    }
}
