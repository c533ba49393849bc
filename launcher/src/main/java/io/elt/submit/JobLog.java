package io.elt.submit;

import java.util.List;

/**
 * What a process of a cluster has logged. On a session cluster other jobs may be in it, too.
 *
 * @param process which one, such as {@code jobmanager}
 * @param lines its last ones, oldest first
 */
public record JobLog(String process, List<String> lines) {
    public JobLog {
        lines = List.copyOf(lines);
    }

    /** The last lines of a log. */
    public static JobLog tail(String process, String log, int lines) {
        List<String> all = log.lines().toList();
        return new JobLog(process, all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
