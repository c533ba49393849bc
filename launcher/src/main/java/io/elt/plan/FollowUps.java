package io.elt.plan;

import java.util.HashSet;
import java.util.Set;

/**
 * Knows the names that broken text would perhaps have defined. That such a name is not found says nothing, so it is not
 * told. Whoever repairs the text is told what is left.
 */
final class FollowUps {
    private final Set<String> names = new HashSet<>();

    /** A file that could not be read: any word of it may be a name that it defines. */
    void addUnread(String text) {
        names.addAll(Words.of(text).all());
    }

    /** A CREATE statement that failed. */
    void addFailed(String create) {
        Words.created(create).ifPresent(names::add);
    }

    void addAll(FollowUps others) {
        names.addAll(others.names);
    }

    boolean has(PlanningProblem problem) {
        return problem.missing().filter(name -> new Words(names).contain(name)).isPresent();
    }
}
