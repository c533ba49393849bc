package io.elt.cli.completion;

import io.elt.project.ProjectOutline;
import io.elt.project.SourceFile;
import io.elt.script.Dialect;
import io.elt.script.TextScan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that a project gives to what can be asked for. */
final class ProjectWords {
    /** What INSERTs of Flink call the catalog that serving belongs to. */
    private static final String SERVING = "starrocks.";

    /** What stands before the name itself: other selectors that shall hold too, and how far to go from it. */
    private static final Pattern SELECTOR = Pattern.compile("((?:.*,)?(?:@|\\d*\\+)?)(.*)");

    private final ProjectOutline project;

    ProjectWords(ProjectOutline project) {
        this.project = project;
    }

    List<Candidate> targets() {
        return project.targets().stream().map(Candidate::of).toList();
    }

    List<Candidate> variables() {
        return project.variables().stream()
                .map(name -> Candidate.of(name + "="))
                .toList();
    }

    /** Files by name, and by path as soon as it looks like one. */
    List<Candidate> files(String typed) {
        Stream<SourceFile> all = Stream.of(
                        project.files().tables(),
                        project.files().catalogs(),
                        project.files().serving())
                .flatMap(List::stream);
        return typed.contains("/")
                ? all.map(file -> Candidate.of(file.path())).toList()
                : all.map(file -> new Candidate(file.name(), file.path())).toList();
    }

    List<Candidate> selectors(String typed) {
        Matcher parts = SELECTOR.matcher(typed);
        if (!parts.matches()) {
            return List.of();
        }
        return selector(parts.group(2)).map(word -> word.behind(parts.group(1))).toList();
    }

    private Stream<Candidate> selector(String typed) {
        Map<String, Supplier<Stream<Candidate>>> methods = Map.of(
                "layer:", this::layers,
                "tag:", this::tags,
                "table:", () -> tables().stream(),
                "path:", this::paths,
                "file:", this::fileNames,
                "source:", () -> project.sources().stream().map(Candidate::of),
                "config.tags:", this::tags,
                "name:", this::names);
        for (Map.Entry<String, Supplier<Stream<Candidate>>> method : methods.entrySet()) {
            if (typed.startsWith(method.getKey())) {
                return method.getValue().get().map(word -> word.behind(method.getKey()));
            }
        }
        if (typed.contains("/")) {
            return paths();
        }
        Stream<Candidate> methodNames = methods.keySet().stream().sorted().map(Candidate::of);
        Stream<Candidate> tables = typed.contains(".") ? tables().stream() : Stream.empty();
        return Stream.of(names(), methodNames, tables).flatMap(words -> words);
    }

    /** Most jobs are called as their files. */
    List<Candidate> jobs() {
        return names().toList();
    }

    private Stream<Candidate> names() {
        return project.files().tables().stream().map(file -> new Candidate(file.name(), file.path()));
    }

    private Stream<Candidate> fileNames() {
        return project.files().tables().stream()
                .map(SourceFile::path)
                .map(path -> Candidate.of(path.substring(path.lastIndexOf('/') + 1)));
    }

    private Stream<Candidate> paths() {
        Set<String> paths = new TreeSet<>();
        for (SourceFile file : project.files().tables()) {
            paths.add(file.path());
            for (int slash = file.path().indexOf('/');
                    slash >= 0;
                    slash = file.path().indexOf('/', slash + 1)) {
                paths.add(file.path().substring(0, slash + 1));
            }
        }
        return paths.stream().map(Candidate::of);
    }

    private Stream<Candidate> layers() {
        return project.files().tables().stream()
                .map(file -> file.layer().text())
                .distinct()
                .sorted()
                .map(Candidate::of);
    }

    private Stream<Candidate> tags() {
        Set<String> tags = new TreeSet<>();
        project.files()
                .tables()
                .forEach(file -> tags.addAll(scan(file, Dialect.FLINK).tags()));
        return tags.stream().map(Candidate::of);
    }

    /** Tables, and the views of the serving side. */
    List<Candidate> tables() {
        List<Candidate> tables = new ArrayList<>();
        Stream.of(project.files().tables(), project.files().macros())
                .flatMap(List::stream)
                .forEach(file -> scan(file, Dialect.FLINK)
                        .tables()
                        .forEach(table -> tables.add(new Candidate(table, file.path()))));
        for (SourceFile file : project.files().serving()) {
            TextScan scan = scan(file, Dialect.STARROCKS);
            Stream.concat(scan.tables().stream(), scan.views().stream())
                    .forEach(table -> tables.add(new Candidate(SERVING + table, file.path())));
        }
        return tables;
    }

    private static TextScan scan(SourceFile file, Dialect dialect) {
        return TextScan.of(file.text(), dialect);
    }
}
