package io.elt.submit;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Project;
import io.elt.project.Target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the section of a target that is about its cluster; remembers all problems, and calls keys unknown that nobody asked for. */
public final class ClusterOptions {
    private final Target target;
    private final Map<String, String> options;
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems = new Problems();

    private ClusterOptions(Target target, Map<String, String> options) {
        this.target = target;
        this.options = Map.copyOf(options);
    }

    /**
     * @param options the section named like the kind of cluster, rendered
     */
    public static ClusterOptions of(Target target, Map<String, String> options) {
        return new ClusterOptions(target, options);
    }

    public Optional<String> text(String key) {
        known.add(key);
        return Optional.ofNullable(options.get(key)).filter(text -> !text.isBlank());
    }

    /**
     * @param example of a value, for the error when there is none
     */
    public Optional<String> required(String key, String example) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            problems.add(Diagnostic.error(ErrorCode.MISSING_KEY, "key '" + key + "' is missing in " + section())
                    .withHint("for example: '" + section() + ": {" + key + ": \"" + example + "\"}'")
                    .at(SourceSpan.ofFile(Project.FILE)));
        }
        return text;
    }

    /** A required URL of HTTP, without a slash at its end. */
    public Optional<URI> address(String key, String example) {
        Optional<String> text = required(key, example);
        Optional<URI> address = text.flatMap(ClusterOptions::url);
        if (text.isPresent() && address.isEmpty()) {
            refuse(key, "an address like " + example);
        }
        return address;
    }

    /** One of the words of an enum. */
    public <E extends Enum<E>> E choice(String key, Class<E> words, E otherwise) {
        Optional<String> text = text(key);
        Optional<E> chosen = text.flatMap(word -> Arrays.stream(words.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst());
        if (text.isPresent() && chosen.isEmpty()) {
            refuse(
                    key,
                    "one of "
                            + Arrays.stream(words.getEnumConstants())
                                    .map(ClusterOptions::word)
                                    .collect(Collectors.joining(", ")));
        }
        return chosen.orElse(otherwise);
    }

    /** Remembers that a value is not what it has to be. */
    public void refuse(String key, String expected) {
        problems.add(Diagnostic.error(ErrorCode.BAD_VALUE, "key '" + key + "' of " + section() + " must be " + expected)
                .at(place(key)));
    }

    /**
     * Call it after all keys were asked for.
     *
     * @throws io.elt.diagnostic.EltException with all problems
     */
    public void finish() {
        for (String key : options.keySet()) {
            if (!known.contains(key)) {
                problems.add(unknown(key));
            }
        }
        problems.throwIfErrors();
    }

    private Diagnostic unknown(String key) {
        return Diagnostic.error(ErrorCode.UNKNOWN_KEY, "unknown key '" + key + "' in " + section())
                .suggesting(key, known)
                .at(place(key));
    }

    private SourceSpan place(String key) {
        return Optional.ofNullable(target.options().get(key))
                .map(value -> value.span())
                .orElse(SourceSpan.ofFile(Project.FILE));
    }

    private String section() {
        return "target " + target.name() + ", " + target.runOn().text();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<URI> url(String text) {
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean usable = address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
