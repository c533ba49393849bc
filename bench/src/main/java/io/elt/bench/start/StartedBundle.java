package io.elt.bench.start;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Placeholder;
import io.elt.submit.Bundler.Bundled;

import java.util.Map;
import java.util.TreeMap;

/** A bundle for one start, in which nothing is left to be filled in: whoever runs it needs no runner of ours. */
final class StartedBundle {
    private StartedBundle() {}

    /**
     * @param start what is another text at each start
     */
    static JobBundle of(Bundled bundled, String start) {
        JobBundle bundle = bundled.bundle();
        Map<String, String> settings = new TreeMap<>(bundle.settings());
        settings.replaceAll((key, value) -> fill(value, bundled.secrets(), start));
        return new JobBundle(
                bundle.name(),
                settings,
                bundle.statements().stream()
                        .map(statement -> fill(statement, bundled.secrets(), start))
                        .toList());
    }

    private static String fill(String text, JobSecrets secrets, String start) {
        String filled = text.replace(Placeholder.START, start);
        for (String name : secrets.names()) {
            String secret = secrets.reveal(name).orElseThrow();
            filled = filled.replace(Placeholder.of(name), secret).replace(Placeholder.ofText(name), secret);
        }
        return filled;
    }
}
