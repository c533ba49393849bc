package io.elt.render;

import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Origin;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.SourceFile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What happens while one file is rendered: where the evaluation stands, what it used, and what is wrong so far. */
final class Rendering {

    private static final int MOST_PROBLEMS = 50;

    private final SourceFile file;
    private final Places places;
    private final Secrets secrets;
    private final Set<String> resolving;
    private final Duration timeLimit;
    private final long deadline;
    private final Deque<Node> nodes = new ArrayDeque<>();
    private final Set<Diagnostic> reported = new HashSet<>();
    private final Problems problems = new Problems();
    private final Map<String, SourceFile> loaded = new IdentityHashMap<>();
    private final Evaluation evaluation = new Evaluation(this);
    private final Set<String> variables = new TreeSet<>();
    private final Set<String> sources = new TreeSet<>();
    private final ConfigCollector config = new ConfigCollector();

    /** @param resolving the variables of elt.yaml whose templates led here */
    Rendering(SourceFile file, Places places, Secrets secrets, Duration timeLimit, Set<String> resolving) {
        this.secrets = secrets;
        this.timeLimit = timeLimit;
        this.deadline = System.nanoTime() + timeLimit.toNanos();
        this.file = file;
        this.places = places;
        this.resolving = resolving;
    }

    SourceFile file() {
        return file;
    }

    Places places() {
        return places;
    }

    Problems problems() {
        return problems;
    }

    ConfigCollector config() {
        return config;
    }

    Secrets secrets() {
        return secrets;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Variables of elt.yaml whose templates are being evaluated; a name that comes back is made of itself. */
    Set<String> resolving() {
        return resolving;
    }

    /** Announces that this very string, which is about to be parsed, is the text of the file. */
    void loaded(String text, SourceFile source) {
        loaded.put(text, source);
    }

    Optional<SourceFile> fileOf(String text) {
        return Optional.ofNullable(loaded.get(text));
    }

    Set<String> variables() {
        return variables;
    }

    Set<String> sources() {
        return sources;
    }

    void enter(Node node) {
        checkTime();
        nodes.push(node);
    }

    void leave() {
        nodes.pop();
    }

    void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw RenderErrors.tooSlow(timeLimit).at(here()).toException();
        }
    }

    /** The template token that is evaluated now. */
    Place place() {
        return nodes.stream()
                .flatMap(node -> places.place(node.getMaster()).stream())
                .findFirst()
                .orElseGet(() -> new Place(file, 0, Math.min(1, file.text().length())));
    }

    Optional<Integer> placeNumber() {
        return nodes.stream()
                .flatMap(node -> places.number(node.getMaster()).stream())
                .findFirst();
    }

    Origin here() {
        return at(place());
    }

    /** @param place within the token that is evaluated now */
    Origin at(Place place) {
        return new Origin(place.span(), callers());
    }

    /** Of the nodes that are being evaluated those that another file or macro was entered from. */
    private List<SourceSpan> callers() {
        List<SourceSpan> callers = new ArrayList<>();
        boolean innermost = true;
        for (Node node : nodes) {
            Optional<Place> place = places.place(node.getMaster());
            if (place.isEmpty()) {
                continue;
            }
            if (!innermost && callsOthers(node)) {
                callers.add(place.get().span());
            }
            innermost = false;
        }
        return callers;
    }

    private static boolean callsOthers(Node node) {
        if (node instanceof ExpressionNode) {
            return true;
        }
        return node instanceof TagNode tag
                && Set.of("call", "include", "import", "from").contains(tag.getName());
    }

    /** A loop meets the same mistake again and again; it is said once. */
    void report(Diagnostic diagnostic) {
        if (reported.add(diagnostic)) {
            problems.add(diagnostic);
        }
        if (reported.size() >= MOST_PROBLEMS) {
            problems.throwIfErrors();
        }
    }
}
