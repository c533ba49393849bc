package io.elt.render;

import com.hubspot.jinjava.lib.fn.MacroFunction;
import io.elt.diagnostic.Diagnostic;
import io.elt.project.Project;
import io.elt.project.Source;
import io.elt.project.Value;
import io.elt.render.ProjectFunction.Arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code var}, {@code env_var}, {@code source} and {@code config}, with dbt's names and dbt's meaning, and what macros need
 * to do the right thing for any source: {@code source_option} and {@code fail}.
 */
final class ProjectFunctions {

    private final Project project;
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final ValueRenderer values;

    ProjectFunctions(Project project, Map<String, String> environment, Secrets secrets, ValueRenderer values) {
        this.project = project;
        this.environment = environment;
        this.secrets = secrets;
        this.values = values;
    }

    Map<String, MacroFunction> inSqlFiles() {
        Map<String, MacroFunction> functions = new LinkedHashMap<>(inValues());
        functions.put("source", new ProjectFunction("source", this::source));
        functions.put("source_option", new ProjectFunction("source_option", this::sourceOption));
        functions.put("fail", new ProjectFunction("fail", ProjectFunctions::fail));
        functions.put("config", new ProjectFunction("config", this::config));
        return functions;
    }

    /** What a value in elt.yaml may be made of. */
    Map<String, MacroFunction> inValues() {
        return Map.of(
                "range", new ProjectFunction("range", (arguments, rendering) -> Ranges.of(arguments)),
                "var", new ProjectFunction("var", this::variable),
                "env_var", new ProjectFunction("env_var", this::environmentVariable));
    }

    private Object variable(Arguments arguments, Rendering rendering) {
        String name = name(arguments, "var('name') or var('name', default)");
        rendering.variables().add(name);
        Value value = project.variables().get(name);
        if (value != null) {
            return values.variable(name, value, rendering.resolving());
        }
        return defaultValue(arguments).orElseThrow(() -> RenderErrors.undefinedVariable(
                        name, project.variables().keySet())
                .toException());
    }

    private Object environmentVariable(Arguments arguments, Rendering rendering) {
        String name = name(arguments, "env_var('NAME') or env_var('NAME', default)");
        String value = environment.get(name);
        if (value != null) {
            secrets.learnVariable(name, value);
            return value;
        }
        Object instead = defaultValue(arguments)
                .orElseThrow(() -> RenderErrors.undefinedEnvironment(name).toException());
        secrets.learnVariable(name, String.valueOf(instead));
        return instead;
    }

    private Object source(Arguments arguments, Rendering rendering) {
        String name = name(arguments, "source('name') or source('name', {'option': 'value'})");
        Source source = declared(name);
        rendering.sources().add(name);
        Map<String, String> options = new LinkedHashMap<>();
        source.options()
                .forEach((key, value) ->
                        options.put(key, values.text(key, value, rendering.resolving(), SecretName.option(name, key))));
        if (arguments.positional().size() > 1) {
            override(name, options, arguments.positional().get(1));
        }
        override(name, options, arguments.named());
        return options.entrySet().stream()
                .map(option -> SqlText.quote(option.getKey()) + " = " + SqlText.quote(option.getValue()))
                .collect(Collectors.joining(",\n" + rendering.place().indentation()));
    }

    private Source declared(String name) {
        Source source = project.sources().get(name);
        if (source == null) {
            throw RenderErrors.undefinedSource(name, project.sources().keySet()).toException();
        }
        return source;
    }

    /** One option, as the chosen target binds the source: what else it holds, secrets too, is not looked at. */
    private Object sourceOption(Arguments arguments, Rendering rendering) {
        List<Object> positional = arguments.positional();
        boolean readable = (positional.size() == 2 || positional.size() == 3)
                && arguments.named().isEmpty()
                && positional.get(0) instanceof String
                && positional.get(1) instanceof String;
        if (!readable) {
            throw RenderErrors.badArgument(
                            "source_option",
                            "source_option('name', 'option') or source_option('name', 'option', default)")
                    .toException();
        }
        Source source = declared((String) positional.get(0));
        String option = (String) positional.get(1);
        Value.Scalar value = source.options().get(option);
        if (value != null) {
            return values.text(option, value, rendering.resolving(), SecretName.option(source.name(), option));
        }
        if (positional.size() == 2) {
            throw RenderErrors.undefinedOption(
                            source.name(), option, source.options().keySet())
                    .toException();
        }
        return positional.get(2);
    }

    private static Object fail(Arguments arguments, Rendering rendering) {
        if (arguments.positional().size() != 1 || !arguments.named().isEmpty()) {
            throw RenderErrors.badArgument("fail", "fail('what is wrong')").toException();
        }
        throw RenderErrors.failed(String.valueOf(arguments.positional().get(0))).toException();
    }

    private void override(String source, Map<String, String> options, Object overrides) {
        if (!(overrides instanceof Map<?, ?> map)) {
            throw RenderErrors.badArgument("source", "source('name', {'option': 'value'})")
                    .toException();
        }
        map.forEach((key, value) -> {
            String option = String.valueOf(key);
            if (value == null) {
                options.remove(option);
                return;
            }
            secrets.learnIfSensitive(option, String.valueOf(value), SecretName.option(source, option));
            options.put(option, String.valueOf(value));
        });
    }

    private Object config(Arguments arguments, Rendering rendering) {
        if (!arguments.positional().isEmpty() || arguments.named().isEmpty()) {
            throw RenderErrors.badArgument(
                            "config", "config(mode='streaming', parallelism=2, job='...', tags=[...], allow=[...])")
                    .toException();
        }
        List<Diagnostic> problems = rendering.config().set(arguments.named(), rendering.here());
        problems.forEach(problem -> rendering.report(problem.at(rendering.here())));
        return "";
    }

    private static String name(Arguments arguments, String form) {
        List<Object> positional = arguments.positional();
        boolean named = !form.startsWith("source") && !arguments.named().isEmpty() && !isDefault(arguments);
        if (positional.isEmpty() || positional.size() > 2 || named || !(positional.get(0) instanceof String name)) {
            throw RenderErrors.badArgument(form.substring(0, form.indexOf('(')), form)
                    .toException();
        }
        return name;
    }

    private static boolean isDefault(Arguments arguments) {
        return arguments.named().keySet().equals(java.util.Set.of("default"));
    }

    private static Optional<Object> defaultValue(Arguments arguments) {
        if (arguments.positional().size() > 1) {
            return Optional.ofNullable(arguments.positional().get(1));
        }
        return Optional.ofNullable(arguments.named().get("default"));
    }
}
