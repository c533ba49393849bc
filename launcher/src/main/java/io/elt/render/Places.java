package io.elt.render;

import com.hubspot.jinjava.tree.parse.Token;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows where the tokens of parsed templates stand. Jinjava's own positions are those of a token's end, and it forgets the
 * file; here every token is found by identity. Templates that are parsed once and used often keep their places in a parent.
 */
final class Places {

    private final Places parent;
    private final int offset;
    private final List<Place> byNumber = new ArrayList<>();
    private final Map<Token, Integer> byToken = new IdentityHashMap<>();

    private Places(Places parent, int offset) {
        this.parent = parent;
        this.offset = offset;
    }

    static Places empty() {
        return new Places(null, 0);
    }

    /** Places of one rendering, on top of these, which must not grow any more. */
    Places forRendering() {
        return new Places(this, offset + byNumber.size());
    }

    int add(Place place) {
        byNumber.add(place);
        return offset + byNumber.size() - 1;
    }

    void bind(Token token, int number) {
        byToken.put(token, number);
    }

    Place at(int number) {
        return number < offset ? parent.at(number) : byNumber.get(number - offset);
    }

    Optional<Integer> number(Token token) {
        Integer number = byToken.get(token);
        if (number == null && parent != null) {
            return parent.number(token);
        }
        return Optional.ofNullable(number);
    }

    Optional<Place> place(Token token) {
        return number(token).map(this::at);
    }

    /** The tag that reads like this or holds this; the one added last, if there are several. */
    Optional<Place> tag(String code) {
        for (int i = byNumber.size() - 1; i >= 0; i--) {
            String image = byNumber.get(i).image();
            if (image.startsWith("{%") && image.contains(code)) {
                return Optional.of(byNumber.get(i));
            }
        }
        return parent == null ? Optional.empty() : parent.tag(code);
    }
}
