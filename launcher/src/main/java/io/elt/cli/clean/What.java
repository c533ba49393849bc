package io.elt.cli.clean;

import java.util.ArrayList;
import java.util.List;

/** The values of {@code --what}. */
public enum What {
    cache("cache", "tmp"),
    logs("log"),
    /** Only together: a lake without the state of its jobs, or the other way round, would count twice what is read again. */
    data("kafka", "starrocks", "warehouse", "state", "endpoints.properties"),
    all();

    private final List<String> names;

    What(String... names) {
        this.names = List.of(names);
    }

    /** What it is about, by the names in {@code .elt}. */
    List<String> names() {
        if (this != all) {
            return names;
        }
        List<String> every = new ArrayList<>();
        for (What what : values()) {
            every.addAll(what.names);
        }
        return every;
    }
}
