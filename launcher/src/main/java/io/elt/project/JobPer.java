package io.elt.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What makes one Flink job on a target, for files that do not say it themselves. */
public enum JobPer {
    FILE,
    /** All files of a layer; a file of no layer is one by itself. */
    LAYER,
    PROJECT;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the job that holds a file of a project. */
    public String job(SourceFile file, String project) {
        return switch (this) {
            case FILE -> file.name();
            case LAYER ->
                file.layer() == Layer.NONE ? file.name() : file.layer().text();
            case PROJECT -> project;
        };
    }

    static Optional<JobPer> parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(JobPer::text).toList();
    }
}
