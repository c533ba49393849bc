package io.elt.plan;

import io.elt.plan.column.InsertFlow;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.OperatorReader;
import io.elt.plan.operator.Written;
import io.elt.script.Setting;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.apache.calcite.rel.RelNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the files of one job through Flink's planner. To be used by one thread, as that demands. */
final class JobPlanner {
    /** How far. */
    enum Depth {
        /** Every statement is parsed and validated: that is what it takes to know the graph. */
        VALIDATED,
        /** The columns of every INSERT are followed, too. */
        TRACED,
        /** Every INSERT goes through the whole optimiser, too. */
        OPTIMISED
    }

    /** Planning takes time that grows with the square of their number. */
    private static final int MOST_INSERTS = 1_000;

    private final PlanningSession session;
    private final PlanningProblems problems = new PlanningProblems(List.of());
    private final List<Statement> statements = new ArrayList<>();

    private boolean full;

    private JobPlanner(PlanningSession session) {
        this.session = session;
    }

    static PlannedJob plan(String name, List<ScriptFile> scripts, PlanningCatalogs catalogs, Depth depth) {
        if (scripts.stream().allMatch(script -> script.statements().isEmpty())) {
            // A session costs more than most statements.
            return new PlannedJob(Optional.empty(), Optional.empty(), List.of(), new PlanningProblems(List.of()));
        }
        Map<String, String> settings = new HashMap<>();
        scripts.forEach(script -> settings.putAll(script.settings()));
        return new JobPlanner(new PlanningSession(catalogs.newEnvironment(settings))).plan(name, scripts, depth);
    }

    private PlannedJob plan(String name, List<ScriptFile> scripts, Depth depth) {
        for (ScriptFile script : scripts) {
            script.settings().forEach(session::set);
            for (Statement statement : script.statements()) {
                problems.attempt(statement, session, () -> take(statement));
            }
        }
        if (!session.hasInserts()) {
            return new PlannedJob(Optional.empty(), Optional.empty(), List.of(), problems);
        }
        session.join();
        Optional<JobOperators> operators = problems.isEmpty() && depth == Depth.OPTIMISED
                ? optimise().map(optimised -> operators(name, optimised))
                : Optional.empty();
        List<InsertFlow> flows = new ArrayList<>();
        if (problems.isEmpty() && depth == Depth.TRACED) {
            session.inserts()
                    .forEach(insert -> problems.attempt(insert, session, () -> flows.add(session.flow(name, insert))));
        }
        Job job = session.toJob(name, scripts.stream().map(ScriptFile::path).toList(), statements);
        return new PlannedJob(Optional.of(job), operators, flows, problems);
    }

    /** What a job has to execute of its files: all but settings, which it is given, and the marks of a statement set. */
    static List<Statement> statementsOf(List<ScriptFile> scripts) {
        return scripts.stream()
                .flatMap(script -> script.statements().stream())
                .filter(JobPlanner::isExecuted)
                .toList();
    }

    private static boolean isExecuted(Statement statement) {
        return switch (statement.kind()) {
            case SET, BEGIN_STATEMENT_SET, END -> false;
            default -> true;
        };
    }

    private void take(Statement statement) {
        switch (statement.kind()) {
            case SET -> set(statement);
            case BEGIN_STATEMENT_SET, END -> {}
            case INSERT -> {
                if (session.inserts().size() == MOST_INSERTS) {
                    refuseOnce(statement);
                    return;
                }
                session.insert(statement);
            }
            default -> execute(statement);
        }
        if (isExecuted(statement)) {
            statements.add(statement);
        }
    }

    private void execute(Statement statement) {
        if (!StatementScope.isOfAJob(statement)) {
            if (statement.kind() == StatementKind.OTHER) {
                // What is no SQL at all shall be told first.
                session.parse(statement);
            }
            throw StatementScope.refused(statement);
        }
        if (!TableDefinitions.isDefinition(statement)) {
            session.execute(statement);
        }
    }

    private void refuseOnce(Statement statement) {
        if (!full) {
            full = true;
            throw PlanningErrors.tooManyInserts(statement, MOST_INSERTS).toException();
        }
    }

    private void set(Statement statement) {
        Setting setting = statement.setting().orElseThrow();
        String key = setting.key()
                .orElseThrow(() -> PlanningErrors.emptySet(statement).toException());
        String value = setting.value()
                .orElseThrow(() -> PlanningErrors.emptySet(statement).toException());
        if (statement.secrets().isEmpty()) {
            session.set(key, value);
            return;
        }
        session.setSecretly(key, value);
    }

    /** All INSERTs at once, as they run; if that fails, one by one, to know which of them it is. */
    private Optional<List<RelNode>> optimise() {
        List<Statement> inserts = session.inserts();
        Statement last = inserts.get(inserts.size() - 1);
        List<RelNode> optimised = new ArrayList<>();
        List<PlanningProblem> together =
                PlanningErrors.of(last, session, () -> optimised.addAll(session.optimise(inserts)));
        if (together.isEmpty()) {
            return Optional.of(optimised);
        }
        boolean sound = true;
        for (Statement insert : inserts) {
            sound &= problems.attempt(insert, session, () -> session.optimise(List.of(insert)));
        }
        if (sound) {
            problems.addAll(last, together);
        }
        return Optional.empty();
    }

    private JobOperators operators(String job, List<RelNode> optimised) {
        List<Written> writes = session.inserts().stream()
                .map(insert -> session.written(insert, statements.indexOf(insert)))
                .toList();
        return OperatorReader.read(job, optimised, writes);
    }
}
