package io.elt.submit.kubernetes;

import io.elt.submit.ClusterOptions;
import org.apache.flink.util.TimeUtils;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the kinds of values that a target's section about Kubernetes has. */
final class KubernetesKeys {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final Pattern MEMORY = Pattern.compile("[0-9]+(\\.[0-9]+)?\\s*([kKmMgG](i|b)?|[mg]ib)?");
    private static final Pattern CPU = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

    private final ClusterOptions keys;

    KubernetesKeys(ClusterOptions keys) {
        this.keys = keys;
    }

    Optional<String> name(String key) {
        return checked(key, NAME, "a name as Kubernetes has them: lower case, digits and hyphens");
    }

    List<String> names(String key) {
        List<String> names = keys.text(key).stream()
                .flatMap(text -> Arrays.stream(text.split("\\s*,\\s*")))
                .toList();
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            keys.refuse(key, "names as Kubernetes has them, with commas between them");
        }
        return names;
    }

    String memory(String key, String otherwise) {
        return checked(key, MEMORY, "a size like 2g or 1600m").orElse(otherwise);
    }

    double cpu(String key) {
        return checked(key, CPU, "a number of processors like 0.5")
                .map(Double::parseDouble)
                .orElse(1.0);
    }

    int count(String key) {
        return checked(key, COUNT, "a number from 1 on").map(Integer::parseInt).orElse(1);
    }

    Duration duration(String key, Duration otherwise) {
        try {
            return keys.text(key).map(TimeUtils::parseDuration).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            keys.refuse(key, "a duration like 2 min");
            return otherwise;
        }
    }

    PodTemplate podTemplate(String key) {
        try {
            return keys.text(key).map(PodTemplate::parse).orElse(PodTemplate.EMPTY);
        } catch (IllegalArgumentException e) {
            keys.refuse(key, "a pod as YAML, in a text block: " + e.getMessage());
            return PodTemplate.EMPTY;
        }
    }

    private Optional<String> checked(String key, Pattern pattern, String expected) {
        Optional<String> text = keys.text(key);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            keys.refuse(key, expected);
            return Optional.empty();
        }
        return text;
    }
}
