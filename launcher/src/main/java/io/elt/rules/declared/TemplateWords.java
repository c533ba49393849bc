package io.elt.rules.declared;

import io.elt.diagnostic.EltException;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.project.TextFile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of a project's templates, asked for names. It reads them as text and doubts in favour of what they name: a branch that is
 * not rendered today counts, and so does a name that is put together.
 */
final class TemplateWords {
    private static final Pattern INCLUDE = Pattern.compile("\\{%-?\\s*(?:include|import|from)\\s+(['\"])([^'\"]+)\\1");

    private static final Pattern COMMENT = Pattern.compile("\\{#.*?#\\}", Pattern.DOTALL);

    private static final Pattern DEFINITION = Pattern.compile("macro\\s+\\w+\\s*\\(");
    private static final Pattern QUOTED = Pattern.compile("(['\"])([\\w.-]+)\\1");
    private static final Pattern CALL = Pattern.compile("(?<!\\w)(\\w+)\\s*\\(\\s*+");
    private static final Pattern LITERAL = Pattern.compile("(['\"])[^'\"]*\\1\\s*[,)]");
    private static final Pattern IMPORT = Pattern.compile("\\{%-?\\s*(?:from|import|set)\\s([^%]*)");

    private final Set<String> paths = new HashSet<>();
    private final Set<String> quoted = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Set<String> computed = new HashSet<>();

    private TemplateWords() {}

    static TemplateWords of(Project project) {
        TemplateWords words = new TemplateWords();
        Deque<String> included = new ArrayDeque<>();
        Stream.of(
                        project.files().tables(),
                        project.files().catalogs(),
                        project.files().serving(),
                        project.files().macros())
                .flatMap(List::stream)
                .forEach(file -> words.add(file, included));
        words.read(TextFile.read(project.root(), Project.FILE));
        while (!included.isEmpty()) {
            String path = included.pop();
            if (!words.paths.contains(path) && TextFile.exists(project.root(), path)) {
                words.include(project, path, included);
            }
        }
        return words;
    }

    private void include(Project project, String path, Deque<String> included) {
        try {
            add(new SourceFile(path, path, TextFile.read(project.root(), path)), included);
        } catch (EltException e) {
            // What cannot be read is told when a file is rendered that includes it.
            paths.add(path);
        }
    }

    private void add(SourceFile file, Deque<String> included) {
        paths.add(file.path());
        String text = COMMENT.matcher(file.text()).replaceAll("");
        read(DEFINITION.matcher(text).replaceAll(""));
        Matcher matcher = INCLUDE.matcher(file.text());
        while (matcher.find()) {
            included.add(matcher.group(2));
            int folder = file.path().lastIndexOf('/');
            included.add(folder < 0 ? matcher.group(2) : file.path().substring(0, folder + 1) + matcher.group(2));
        }
    }

    private void read(String text) {
        QUOTED.matcher(text).results().forEach(found -> quoted.add(found.group(2)));
        CALL.matcher(text).results().forEach(found -> {
            called.add(found.group(1));
            if (!LITERAL.matcher(text).region(found.end(), text.length()).lookingAt()) {
                computed.add(found.group(1));
            }
        });
        IMPORT.matcher(text)
                .results()
                .forEach(found -> called.addAll(List.of(found.group(1).split("\\W+"))));
    }

    /** Whether a function may be called with a name: it stands in quotes somewhere, or some call puts its argument together. */
    boolean mayName(String function, String name) {
        return quoted.contains(name) || computed.contains(function);
    }

    /** Whether something besides its own definition calls or imports a macro. */
    boolean calls(String macro) {
        return called.contains(macro);
    }
}
