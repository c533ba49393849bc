package io.elt.submit.yarn;

import io.elt.project.JobPer;
import io.elt.project.RunOn;
import io.elt.project.Target;
import io.elt.project.Value;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A target with a section {@code yarn}. */
final class SampleTarget {
    private SampleTarget() {}

    static YarnConfig config(Path hadoop, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("hadoop-conf", hadoop.toString());
        return config(all);
    }

    static YarnConfig config(Map<String, String> options) {
        Map<String, Value.Scalar> written = new LinkedHashMap<>();
        options.forEach((key, text) -> written.put(key, (Value.Scalar) Value.literal("elt.yaml", text)));
        return YarnConfig.of(new Target("prod", RunOn.YARN, JobPer.FILE, Optional.empty(), written, Map.of()), options);
    }
}
