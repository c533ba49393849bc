package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Problems;
import io.elt.script.Statement;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a project's statements, without what is only a consequence of something else that is wrong. */
final class PlanningProblems {
    private final List<PlanningProblem> found = new ArrayList<>();
    private final FollowUps followUps = new FollowUps();

    /**
     * @param unread texts of files that could not be read; what they define is unknown
     */
    PlanningProblems(List<String> unread) {
        unread.forEach(followUps::addUnread);
    }

    /** Runs a step; returns whether it went well. */
    boolean attempt(Statement statement, PlanningSession session, Runnable step) {
        List<PlanningProblem> problems = PlanningErrors.of(statement, session, step);
        addAll(statement, problems);
        return problems.isEmpty();
    }

    void addAll(Statement statement, List<PlanningProblem> problems) {
        if (!problems.isEmpty() && statement.kind().isCreate()) {
            followUps.addFailed(statement.executableText());
        }
        found.addAll(problems);
    }

    /** What was found apart from these. */
    void addAll(PlanningProblems others) {
        found.addAll(others.found);
        followUps.addAll(others.followUps);
    }

    void add(Diagnostic diagnostic) {
        found.add(PlanningProblem.of(diagnostic));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file and position. */
    List<Diagnostic> told() {
        Problems told = new Problems();
        found.stream()
                .filter(problem -> !followUps.has(problem))
                .map(PlanningProblem::diagnostic)
                .forEach(told::add);
        return told.found();
    }
}
