package io.elt.project;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folder in, project out. */
public final class ProjectReader {

    private final Redactor redactor;

    /** @param redactor learns the secrets that stand in elt.yaml itself */
    public ProjectReader(Redactor redactor) {
        this.redactor = redactor;
    }

    public Project read(Path folder, Overrides overrides) {
        Path root = root(folder);
        Problems problems = new Problems();
        ProjectFiles files = FileFinder.find(root, problems);
        Definition definition = problems.attempt(() -> Definition.read(TextFile.read(root, Project.FILE), problems))
                .orElseThrow(() -> new EltException(problems.found(), null));
        learnSecrets(definition);
        problems.throwIfErrors();

        Definition.TargetDefinition target = choose(definition, overrides);
        Map<String, Value> variables = new LinkedHashMap<>(definition.variables());
        variables.putAll(target.variables());
        variables.putAll(overridden(definition, overrides, problems));
        Map<String, Source> sources = new LinkedHashMap<>(definition.sources());
        target.sources()
                .forEach((name, binding) -> sources.computeIfPresent(name, (key, base) -> base.boundTo(binding)));
        problems.throwIfErrors();
        List<String> targetNames = List.copyOf(definition.targets().keySet());
        return new Project(
                root,
                definition.name(),
                target.target(),
                targetNames,
                variables,
                sources,
                definition.check().boundTo(target.check()),
                definition.history().boundTo(target.history()),
                definition.declarations(),
                files);
    }

    private static Path root(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw ProjectErrors.notAFolder(absolute).toException();
        }
        if (Files.exists(absolute.resolve(Project.FILE), LinkOption.NOFOLLOW_LINKS)) {
            try {
                return absolute.toRealPath();
            } catch (IOException e) {
                throw FileErrors.unreadable(Project.FILE, e).toException(e);
            }
        }
        if (!Files.exists(absolute)) {
            throw ProjectErrors.notAFolder(absolute).toException();
        }
        if (Files.exists(absolute.resolve("elt.yml"))) {
            throw ProjectErrors.otherExtension(absolute).toException();
        }
        for (Path above = absolute.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(Project.FILE))) {
                throw ProjectErrors.notFoundButAbove(absolute, above).toException();
            }
        }
        throw ProjectErrors.notFound(absolute).toException();
    }

    private static Definition.TargetDefinition choose(Definition definition, Overrides overrides) {
        Map<String, Definition.TargetDefinition> targets = definition.targets();
        if (targets.isEmpty() && overrides.target().orElse(Target.IMPLICIT).equals(Target.IMPLICIT)) {
            return new Definition.TargetDefinition(
                    Target.of(Target.IMPLICIT, RunOn.EMBEDDED),
                    Map.of(),
                    Map.of(),
                    CheckSettings.NONE,
                    HistorySettings.NONE);
        }
        if (overrides.target().isPresent()) {
            String wanted = overrides.target().get();
            if (!targets.containsKey(wanted)) {
                throw ProjectErrors.unknownTarget(
                                wanted, targets.isEmpty() ? List.of(Target.IMPLICIT) : targets.keySet())
                        .toException();
            }
            return targets.get(wanted);
        }
        if (definition.defaultTarget().isPresent()) {
            Value.Scalar wanted = definition.defaultTarget().get();
            if (!targets.containsKey(wanted.text())) {
                throw ProjectErrors.unknownDefaultTarget(wanted.text(), targets.keySet(), wanted.span())
                        .toException();
            }
            return targets.get(wanted.text());
        }
        if (targets.size() > 1) {
            throw ProjectErrors.targetNotChosen(targets.keySet(), definition.targetsSpan())
                    .toException();
        }
        return targets.values().iterator().next();
    }

    /** A variable that nobody declared is a misspelled one: it would change nothing, in silence. */
    private static Map<String, Value> overridden(Definition definition, Overrides overrides, Problems problems) {
        Set<String> declared = new LinkedHashSet<>(definition.variables().keySet());
        definition
                .targets()
                .values()
                .forEach(target -> declared.addAll(target.variables().keySet()));
        Map<String, Value> values = new LinkedHashMap<>();
        overrides.variables().forEach((name, text) -> {
            if (!declared.contains(name)) {
                problems.add(ProjectErrors.unknownOverride(name, declared));
                return;
            }
            problems.attempt(() -> override(name, text)).ifPresent(value -> values.put(name, value));
        });
        return values;
    }

    private static Value override(String name, String text) {
        try {
            return YamlText.parseLiteral("--var " + name, text);
        } catch (EltException e) {
            throw ProjectErrors.badOverride(name, e.diagnostics().get(0).message())
                    .toException();
        }
    }

    private void learnSecrets(Definition definition) {
        Collection<Map<String, ? extends Value>> groups = new ArrayList<>();
        groups.add(definition.variables());
        definition.sources().values().forEach(source -> groups.add(source.options()));
        for (Definition.TargetDefinition target : definition.targets().values()) {
            groups.add(target.variables());
            groups.add(target.target().flink());
            groups.add(target.target().options());
            target.sources().values().forEach(source -> groups.add(source.options()));
        }
        groups.forEach(group -> group.forEach((key, value) -> {
            if (SensitiveName.matches(key) && value instanceof Value.Scalar scalar && !scalar.isTemplate()) {
                redactor.learn(Secret.of(scalar.text()));
            }
        }));
    }
}
