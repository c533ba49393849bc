package io.elt.local.starrocks.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of an answer, in order. */
record LoadReply(Map<String, Object> fields) {
    LoadReply {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static LoadReply empty() {
        return new LoadReply(Map.of());
    }

    static LoadReply ok(String message) {
        return empty().with("Status", "OK").with("Message", message);
    }

    static LoadReply of(LoadCounts counts) {
        return empty().with("NumberTotalRows", counts.total())
                .with("NumberLoadedRows", counts.loaded())
                .with("NumberFilteredRows", counts.filtered())
                .with("NumberUnselectedRows", 0)
                .with("LoadBytes", counts.bytes());
    }

    LoadReply with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new LoadReply(more);
    }

    LoadReply with(LoadReply other) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.putAll(other.fields);
        return new LoadReply(more);
    }
}
