package io.elt.render;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Checks and gathers the calls of {@code config(...)} in one file. */
final class ConfigCollector {

    private static final List<String> KEYS = List.of("mode", "parallelism", "job", "tags", "allow");
    private static final int MOST_PARALLELISM = 32_768;

    private final Set<String> seen = new HashSet<>();
    private FileConfig config = FileConfig.NONE;

    FileConfig result() {
        return config;
    }

    List<Diagnostic> set(Map<String, Object> values, Origin origin) {
        List<Diagnostic> problems = new ArrayList<>();
        config = new FileConfig(
                config.mode(), config.parallelism(), config.job(), config.tags(), config.allow(), Optional.of(origin));
        values.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                problems.add(RenderErrors.unknownArgument("config", key, KEYS));
                return;
            }
            if (!seen.add(key)) {
                problems.add(RenderErrors.configTwice(key));
                return;
            }
            if (!set(key, value)) {
                problems.add(RenderErrors.badConfig(key, expected(key)));
            }
        });
        config.allow().stream()
                .filter(rule -> !rules().contains(rule))
                .forEach(rule -> problems.add(RenderErrors.unknownRule(rule, rules())));
        return problems;
    }

    private boolean set(String key, Object value) {
        Optional<FileConfig> changed =
                switch (key) {
                    case "mode" -> mode(value).map(this::withMode);
                    case "parallelism" -> parallelism(value).map(this::withParallelism);
                    case "job" -> text(value).map(this::withJob);
                    case "allow" -> rules(value).map(this::withAllow);
                    default -> names(value).map(this::withTags);
                };
        changed.ifPresent(result -> config = result);
        return changed.isPresent();
    }

    private static String expected(String key) {
        return switch (key) {
            case "mode" -> "'streaming' or 'batch'";
            case "parallelism" -> "a number from 1 to " + MOST_PARALLELISM;
            case "job" -> "a name";
            case "allow" -> "the name of a rule, a list of names, or names with reasons: {'rule': 'why'}";
            default -> "a name or a list of names";
        };
    }

    private static Optional<FileConfig.Mode> mode(Object value) {
        return Arrays.stream(FileConfig.Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }

    private static Optional<Integer> parallelism(Object value) {
        boolean whole = value instanceof Long || value instanceof Integer;
        return Optional.ofNullable(whole ? ((Number) value).longValue() : null)
                .filter(number -> number >= 1 && number <= MOST_PARALLELISM)
                .map(Long::intValue);
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value instanceof String text && !text.isBlank() ? text : null);
    }

    private static Optional<List<String>> names(Object value) {
        Collection<?> items = value instanceof Collection<?> many ? many : List.of(value == null ? "" : value);
        List<String> names = items.stream().flatMap(item -> text(item).stream()).toList();
        return names.size() == items.size() ? Optional.of(names) : Optional.empty();
    }

    /** The reason is for whoever reads the file. */
    private static Optional<List<String>> rules(Object value) {
        if (!(value instanceof Map<?, ?> reasons)) {
            return names(value);
        }
        boolean allReasoned =
                reasons.values().stream().allMatch(reason -> text(reason).isPresent());
        return allReasoned ? names(reasons.keySet()) : Optional.empty();
    }

    private static List<String> rules() {
        return ErrorCode.rules().stream().flatMap(code -> code.rule().stream()).toList();
    }

    private FileConfig withMode(FileConfig.Mode mode) {
        return new FileConfig(
                Optional.of(mode), config.parallelism(), config.job(), config.tags(), config.allow(), config.origin());
    }

    private FileConfig withParallelism(int parallelism) {
        return new FileConfig(
                config.mode(),
                OptionalInt.of(parallelism),
                config.job(),
                config.tags(),
                config.allow(),
                config.origin());
    }

    private FileConfig withJob(String job) {
        return new FileConfig(
                config.mode(), config.parallelism(), Optional.of(job), config.tags(), config.allow(), config.origin());
    }

    private FileConfig withTags(List<String> tags) {
        return new FileConfig(config.mode(), config.parallelism(), config.job(), tags, config.allow(), config.origin());
    }

    private FileConfig withAllow(List<String> rules) {
        return new FileConfig(config.mode(), config.parallelism(), config.job(), config.tags(), rules, config.origin());
    }
}
