package io.elt.rules.source;

import io.elt.diagnostic.ErrorCode;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;

import java.util.List;

/** A format that ignores errors drops records and blanks fields, and nobody can ever tell which. */
public final class IgnoredParseErrors implements Rule {
    private static final String OPTION = "ignore-parse-errors";

    @Override
    public ErrorCode code() {
        return ErrorCode.IGNORED_PARSE_ERRORS;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        return SourceOptions.of(project).stream()
                .filter(option -> option.key().equals(OPTION) || option.key().endsWith("." + OPTION))
                .filter(option -> option.value().equalsIgnoreCase("true"))
                .map(option -> Finding.at(
                                option.origin(),
                                "records of " + option.source()
                                        + " that cannot be read are dropped, and fields that do not fit become NULL, in silence")
                        .withHint(
                                "put the format into the guarded one: 'format' = 'guarded', 'guarded.format' = '...'; what"
                                        + " cannot be read then goes to quarantine"))
                .toList();
    }
}
