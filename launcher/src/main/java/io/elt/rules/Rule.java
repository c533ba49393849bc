package io.elt.rules;

import io.elt.diagnostic.ErrorCode;
import io.elt.project.RuleLevel;

import java.util.List;

/** Something that works, or seems to, and that users pay for later. A false alarm is worse than silence. */
public interface Rule {
    /** Also gives the rule its name. */
    ErrorCode code();

    /** What it is worth in a project that does not say otherwise. */
    default RuleLevel level() {
        return RuleLevel.WARNING;
    }

    List<Finding> check(CheckedProject project);

    /** As it stands in elt.yaml and in {@code config(allow=...)}. */
    default String name() {
        return code().rule().orElseThrow();
    }
}
