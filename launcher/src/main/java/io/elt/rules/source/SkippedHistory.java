package io.elt.rules.source;

import io.elt.diagnostic.ErrorCode;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;

import java.util.List;

/** A reader that starts at the end of a topic misses what is already in it, also after a start without state. */
public final class SkippedHistory implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.SKIPPED_HISTORY;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        return SourceOptions.of(project).stream()
                .filter(option -> option.key().equals("scan.startup.mode"))
                .filter(option -> option.value().equals("latest-offset"))
                .map(option -> Finding.at(
                                option.origin(),
                                "what is in the topic of " + option.source()
                                        + " before the first start never arrives, and a start without state leaves a gap")
                        .withHint(
                                "read from 'earliest-offset': a table with a primary key takes the same record twice"))
                .toList();
    }
}
