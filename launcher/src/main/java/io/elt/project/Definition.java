package io.elt.project;

import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What elt.yaml says, before a target is chosen. */
record Definition(
        String name,
        Map<String, Value> variables,
        Map<String, Source> sources,
        Map<String, TargetDefinition> targets,
        Optional<Value.Scalar> defaultTarget,
        SourceSpan targetsSpan,
        CheckSettings check,
        HistorySettings history,
        List<Declaration> declarations) {

    private static final String DEFAULT = "default";

    /** @param sources bindings that take the place of the project's, or add to them */
    record TargetDefinition(
            Target target,
            Map<String, Value> variables,
            Map<String, Source> sources,
            CheckSettings check,
            HistorySettings history) {}

    static Definition read(String text, Problems problems) {
        SourceSpan start = SourceSpan.ofFile(Project.FILE);
        Value root = YamlText.parse(Project.FILE, text)
                .orElseThrow(() -> ProjectErrors.missingKey("name", Project.FILE, start)
                        .withHint("the smallest project is: 'name: bank'")
                        .toException());
        if (!(root instanceof Value.Mapping mapping)) {
            throw ProjectErrors.notAMapping(Project.FILE, root).toException();
        }
        Fields fields = Fields.of(mapping, Project.FILE, problems);
        Optional<Value.Scalar> name = fields.requiredText("name");
        name.filter(scalar -> !Names.isName(scalar.text()))
                .ifPresent(scalar -> problems.add(ProjectErrors.badName("project", scalar.text(), scalar.span())));
        Map<String, Value> variables = variables(fields, problems);
        Map<String, Source> sources = sources(fields, problems);
        Targets targets = targets(fields, problems);
        CheckSettings check = CheckSettings.read(fields, problems);
        HistorySettings history = HistorySettings.read(fields, problems);
        fields.rejectOthers();
        rejectUnknownSources(sources, targets.byName(), problems);
        return new Definition(
                name.map(Value.Scalar::text).orElse(""),
                variables,
                sources,
                targets.byName(),
                targets.chosen(),
                fields.value("targets").map(Value::span).orElse(start),
                check,
                history,
                Declarations.of(mapping));
    }

    private static Map<String, Value> variables(Fields fields, Problems problems) {
        Map<String, Value> variables = new LinkedHashMap<>();
        for (Value.Entry entry : fields.entries("vars")) {
            if (Names.isVariable(entry.key())) {
                variables.put(entry.key(), entry.value());
            } else {
                problems.add(ProjectErrors.badName("variable", entry.key(), entry.keySpan()));
            }
        }
        return variables;
    }

    private static Map<String, Source> sources(Fields fields, Problems problems) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Value.Entry entry : fields.entries("sources")) {
            String where = "source '" + entry.key() + "'";
            Fields.options(where, entry.value(), problems)
                    .ifPresent(options -> sources.put(entry.key(), new Source(entry.key(), options, entry.keySpan())));
        }
        return sources;
    }

    private record Targets(Map<String, TargetDefinition> byName, Optional<Value.Scalar> chosen) {}

    private static Targets targets(Fields fields, Problems problems) {
        Optional<Value> value = fields.value("targets");
        Optional<Fields> targets = value.filter(Value.Mapping.class::isInstance)
                .map(mapping -> Fields.of((Value.Mapping) mapping, "targets", problems));
        Optional<Value.Scalar> chosen = targets.flatMap(found -> found.text(DEFAULT));
        Map<String, TargetDefinition> byName = new LinkedHashMap<>();
        for (Value.Entry entry : fields.entries("targets")) {
            if (entry.key().equals(DEFAULT)) {
                continue;
            }
            if (!Names.isName(entry.key())) {
                problems.add(ProjectErrors.badName("target", entry.key(), entry.keySpan()));
                continue;
            }
            String where = "target '" + entry.key() + "'";
            if (entry.value() instanceof Value.Mapping mapping) {
                byName.put(entry.key(), target(entry.key(), Fields.of(mapping, where, problems), problems));
                continue;
            }
            problems.add(ProjectErrors.notAMapping(where, entry.value()));
        }
        return new Targets(byName, chosen);
    }

    private static TargetDefinition target(String name, Fields fields, Problems problems) {
        Optional<Value.Scalar> text = fields.requiredText("run-on");
        Optional<RunOn> runOn = text.flatMap(scalar -> RunOn.parse(scalar.text()));
        if (text.isPresent() && runOn.isEmpty()) {
            problems.add(ProjectErrors.badRunOn(
                    text.get().text(), RunOn.texts(), text.get().span()));
        }
        Optional<Value.Scalar> per = fields.text("job-per");
        Optional<JobPer> jobPer = per.flatMap(scalar -> JobPer.parse(scalar.text()));
        if (per.isPresent() && jobPer.isEmpty()) {
            problems.add(ProjectErrors.badJobPer(per.get(), JobPer.texts()));
        }
        RunOn kind = runOn.orElse(RunOn.EMBEDDED);
        Target target = new Target(
                name,
                kind,
                jobPer.orElse(JobPer.FILE),
                fields.scalar("state"),
                fields.options(kind.text()),
                fields.options("flink"));
        TargetDefinition definition = new TargetDefinition(
                target,
                variables(fields, problems),
                sources(fields, problems),
                CheckSettings.read(fields, problems),
                HistorySettings.read(fields, problems));
        fields.rejectOthers();
        return definition;
    }

    private static void rejectUnknownSources(
            Map<String, Source> sources, Map<String, TargetDefinition> targets, Problems problems) {
        for (TargetDefinition definition : targets.values()) {
            for (Source binding : definition.sources().values()) {
                if (!sources.containsKey(binding.name())) {
                    problems.add(ProjectErrors.unknownSource(
                            binding.name(), definition.target().name(), sources.keySet(), binding.span()));
                }
            }
        }
        for (Source source : sources.values()) {
            if (!source.options().containsKey(Source.CONNECTOR)) {
                problems.add(ProjectErrors.missingConnector(source));
            }
        }
    }
}
