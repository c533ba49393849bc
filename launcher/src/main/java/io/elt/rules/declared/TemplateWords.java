package io.elt.rules.declared;

import io.elt.diagnostic.EltException;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.project.TextFile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> quoted = new HashSet<>();
    private final Map<String, Boolean> computes = new HashMap<>();

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
        words.texts.put(Project.FILE, TextFile.read(project.root(), Project.FILE));
        while (!included.isEmpty()) {
            String path = included.pop();
            if (!words.texts.containsKey(path) && TextFile.exists(project.root(), path)) {
                words.include(project, path, included);
            }
        }
        // There may be ten thousand names to ask for: they are looked up, and not looked for.
        words.texts.values().forEach(words::addQuoted);
        return words;
    }

    private void include(Project project, String path, Deque<String> included) {
        try {
            add(new SourceFile(path, path, TextFile.read(project.root(), path)), included);
        } catch (EltException e) {
            // What cannot be read is told when a file is rendered that includes it.
            texts.put(path, "");
        }
    }

    private void add(SourceFile file, Deque<String> included) {
        texts.put(file.path(), COMMENT.matcher(file.text()).replaceAll(""));
        Matcher matcher = INCLUDE.matcher(file.text());
        while (matcher.find()) {
            included.add(matcher.group(2));
            int folder = file.path().lastIndexOf('/');
            included.add(folder < 0 ? matcher.group(2) : file.path().substring(0, folder + 1) + matcher.group(2));
        }
    }

    /** Whether a function may be called with a name: it stands in quotes somewhere, or some call puts its argument together. */
    boolean mayName(String function, String name) {
        return quoted.contains(name) || computes.computeIfAbsent(function, this::isComputed);
    }

    private boolean isComputed(String function) {
        Pattern computed = Pattern.compile("(?<!\\w)" + function + "\\s*\\(\\s*+(?!(['\"])[^'\"]*\\1\\s*[,)])");
        return texts.values().stream().anyMatch(text -> computed.matcher(text).find());
    }

    /** All that stands between two quotes of the same kind, and has none in it. */
    private void addQuoted(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\'' && letter != '"') {
                continue;
            }
            if (open >= 0 && text.charAt(open) == letter) {
                quoted.add(text.substring(open + 1, i));
            }
            open = i;
        }
    }

    /** Whether something besides its own definition calls or imports a macro. */
    boolean calls(String macro) {
        Pattern definition = Pattern.compile("macro\\s+" + macro + "\\s*\\(");
        Pattern call = Pattern.compile(
                "(?<!\\w)" + macro + "\\s*\\(|import[^%]*(?<!\\w)" + macro + "(?!\\w)|=\\s*" + macro + "(?!\\w)");
        return texts.values().stream()
                .map(text -> definition.matcher(text).replaceAll(""))
                .anyMatch(text -> call.matcher(text).find());
    }
}
