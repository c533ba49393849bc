package io.elt.rules;

import io.elt.diagnostic.ErrorCode;
import io.elt.project.RuleLevel;

import java.util.List;

/** An allowance that outlives its reason hides the next finding. It is told after all other rules have been asked. */
final class UnusedAllowance implements Rule {
    private final Allowances allowances;

    UnusedAllowance(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.UNUSED_ALLOWANCE;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        if (!project.isSound()) {
            // What could not be planned could not be judged either.
            return List.of();
        }
        return allowances.unused().stream()
                .filter(allowance -> project.project().check().levels().get(allowance.rule()) != RuleLevel.OFF)
                .map(allowance -> Finding.at(
                                allowance.file().config().origin().orElseThrow(),
                                "the file allows '" + allowance.rule() + "', and nothing in it is found by that rule")
                        .withHint("remove it, so that it hides nothing that comes later"))
                .toList();
    }
}
