package io.elt.render;

import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.tree.parse.Token;
import com.hubspot.jinjava.tree.parse.TokenScanner;
import io.elt.project.SourceFile;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a template with their places: the images of Jinjava's scanner, laid end to end, are the file. */
record TemplateTokens(SourceFile file, List<Located> tokens) {

    record Located(Token token, Place place) {

        int type() {
            return token.getType();
        }
    }

    static TemplateTokens scan(SourceFile file, JinjavaConfig config) {
        return scan(file, file.text(), config);
    }

    /** @param text the text of the file, perhaps with marks in it */
    static TemplateTokens scan(SourceFile file, String text, JinjavaConfig config) {
        List<Located> tokens = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(text, config);
        int start = 0;
        while (scanner.hasNext()) {
            Token token = next(scanner, file, start);
            int end = Math.min(start + token.getImage().length(), file.text().length());
            tokens.add(new Located(token, new Place(file, Math.min(start, end), end)));
            start = end;
        }
        return new TemplateTokens(file, tokens);
    }

    private static Token next(TokenScanner scanner, SourceFile file, int start) {
        try {
            return scanner.next();
        } catch (StringIndexOutOfBoundsException e) {
            // Jinjava looks for the name of a tag that has none.
            int end = Math.min(start + 2, file.text().length());
            throw RenderErrors.emptyTag(new Place(file, start, end)).toException(e);
        }
    }

    /** Whether another scan saw the same tokens; only then may one stand for the other. */
    boolean sameShape(TemplateTokens other) {
        if (tokens.size() != other.tokens.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).type() != other.tokens.get(i).type()) {
                return false;
            }
        }
        return true;
    }
}
