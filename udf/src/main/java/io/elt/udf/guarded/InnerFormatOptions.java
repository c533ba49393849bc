package io.elt.udf.guarded;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.Factory;
import org.apache.flink.table.factories.FactoryUtil;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The inner format and its options, given as {@code guarded.<inner>.<option>}. They are checked here because a connector
 * can only check the options of the format that it knows, and some (filesystem) check none.
 */
record InnerFormatOptions(String format, Configuration values) {

    private static final ConfigOption<Boolean> IGNORE_PARSE_ERRORS =
            ConfigOptions.key("ignore-parse-errors").booleanType().defaultValue(false);

    static InnerFormatOptions of(String format, Map<String, String> guardedOptions) {
        if (format.equals(GuardedFormatFactory.IDENTIFIER)) {
            throw new ValidationException(
                    "'guarded.format' = 'guarded' makes no sense: name the format to decode with.");
        }
        String prefix = format + ".";
        Map<String, String> values = new HashMap<>();
        guardedOptions.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), value);
            }
        });
        return new InnerFormatOptions(format, Configuration.fromMap(values));
    }

    DeserializationFormatFactory discoverFactory(ClassLoader classLoader) {
        DeserializationFormatFactory factory =
                FactoryUtil.discoverFactory(classLoader, DeserializationFormatFactory.class, format);
        refuseUnknown(factory);
        refuseIgnoredErrors();
        return factory;
    }

    private void refuseUnknown(DeserializationFormatFactory factory) {
        Set<String> known = new TreeSet<>();
        Stream.concat(factory.requiredOptions().stream(), factory.optionalOptions().stream())
                .flatMap(option -> keys(option, values.keySet()))
                .map(key -> "guarded." + format + "." + key)
                .forEach(known::add);
        Set<String> given = values.keySet().stream()
                .map(key -> "guarded." + format + "." + key)
                .collect(Collectors.toSet());
        FactoryUtil.validateUnconsumedKeys(GuardedFormatFactory.IDENTIFIER, given, known);
    }

    private void refuseIgnoredErrors() {
        if (values.get(IGNORE_PARSE_ERRORS)) {
            throw new ValidationException("'guarded." + format + "." + IGNORE_PARSE_ERRORS.key()
                    + "' = 'true' would lose records before guarded sees them. Leave it out: a record that cannot be decoded"
                    + " becomes a row with its error, and fails nothing.");
        }
    }

    /** A key of ours that is misspelt, or that belongs to a format other than the one that is wrapped. */
    static void refuseUnknownKeys(Map<String, String> guardedOptions) {
        Set<String> known = new TreeSet<>();
        Stream.concat(GuardedOptions.REQUIRED.stream(), GuardedOptions.OPTIONAL.stream())
                .map(option -> "guarded." + option.key())
                .forEach(known::add);
        String inner = guardedOptions.get(GuardedOptions.FORMAT.key());
        Set<String> given = guardedOptions.keySet().stream()
                .filter(key -> inner == null || !key.startsWith(inner + "."))
                .map(key -> "guarded." + key)
                .collect(Collectors.toSet());
        FactoryUtil.validateUnconsumedKeys(GuardedFormatFactory.IDENTIFIER, given, known);
    }

    /** For each format of the class path one option that stands for all that begins with its name. */
    static Set<ConfigOption<?>> prefixes(ClassLoader classLoader) {
        Set<ConfigOption<?>> prefixes = new HashSet<>();
        Iterator<ServiceLoader.Provider<Factory>> factories =
                ServiceLoader.load(Factory.class, classLoader).stream().iterator();
        while (true) {
            try {
                if (!factories.hasNext()) {
                    return prefixes;
                }
                ServiceLoader.Provider<Factory> factory = factories.next();
                if (DeserializationFormatFactory.class.isAssignableFrom(factory.type())) {
                    prefixes.add(prefix(factory.get().factoryIdentifier()));
                }
            } catch (ServiceConfigurationError | NoClassDefFoundError incomplete) {
                // A jar whose dependencies are not on the class path is no reason to fail here: Flink skips it as well.
                continue;
            }
        }
    }

    private static ConfigOption<?> prefix(String format) {
        return ConfigOptions.key(format).mapType().noDefaultValue();
    }

    private static Stream<String> keys(ConfigOption<?> option, Set<String> given) {
        Set<String> keys = StreamSupport.stream(option.fallbackKeys().spliterator(), false)
                .map(FallbackKey::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        keys.add(option.key());
        if (!ConfigurationUtils.canBePrefixMap(option)) {
            return keys.stream();
        }
        Stream<String> expanded = given.stream().filter(candidate -> keys.stream()
                .anyMatch(key -> ConfigurationUtils.filterPrefixMapKey(key, candidate)));
        return Stream.concat(keys.stream(), expanded);
    }
}
