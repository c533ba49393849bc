package io.elt.submit;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that a cluster must have before jobs of a target can run there.
 *
 * @param found how it is
 * @param problem what is wrong with it, with the setting to change
 */
public record Requirement(String subject, String found, Optional<Diagnostic> problem) {
    public static Requirement met(String subject, String found) {
        return new Requirement(subject, found, Optional.empty());
    }

    public static Requirement unmet(String subject, Diagnostic problem) {
        return new Requirement(subject, problem.message(), Optional.of(problem));
    }

    /**
     * @param look says how it is, or fails
     */
    public static Requirement of(String subject, Supplier<String> look) {
        try {
            return met(subject, look.get());
        } catch (EltException e) {
            return unmet(subject, e.diagnostics().get(0));
        } catch (ClusterUnreachableException e) {
            return unmet(subject, Diagnostic.error(ErrorCode.CLUSTER_UNREACHABLE, e.getMessage()));
        }
    }

    public boolean isMet() {
        return problem.isEmpty();
    }
}
