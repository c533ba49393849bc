package io.elt.deployment;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Column;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.plan.operator.State;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a changed job can go on with the state of the job as it ran. Flink finds the state of an operator by its place:
 * how many operators stand before it, how it is joined to its neighbours, and nothing else. So a job of another shape
 * loses state, and one of the same shape takes over everything that has the same type, whatever it means now: a sum of
 * amounts goes on as a sum of balances. The first Flink refuses, the second it does in silence; here both are told before
 * the running job is stopped.
 */
public final class StateFit {
    private final JobOperators before;
    private final JobOperators after;

    private StateFit(JobOperators before, JobOperators after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param misfits what does not fit; if there are any, the state must not be used
     * @param changed what is computed otherwise by operators that remember nothing: rows that come from now on differ, those
     *     that are written stay as they are
     */
    public record Verdict(String job, List<OperatorFit> misfits, List<Operator> changed) {
        public Verdict {
            misfits = List.copyOf(misfits);
            changed = List.copyOf(changed);
        }

        public boolean fits() {
            return misfits.isEmpty();
        }

        /** The problem that stops an upgrade; empty if the state fits. */
        public Optional<Diagnostic> problem() {
            if (fits()) {
                return Optional.empty();
            }
            String why = misfits.stream().map(OperatorFit::text).distinct().collect(Collectors.joining("\n"));
            return Optional.of(Diagnostic.error(
                            ErrorCode.STATE_INCOMPATIBLE,
                            "the state of job " + job + " does not fit its new statements")
                    .withDetail(why)
                    .withHint(
                            "'elt run " + job + " --fresh' reads everything again and is right, because the lake keeps"
                                    + " it; to keep the state, bring the statements back"));
        }

        /** What has to be known though the state fits; empty if nothing is computed otherwise. */
        public Optional<Diagnostic> remark() {
            if (!fits() || changed.isEmpty()) {
                return Optional.empty();
            }
            String what = changed.stream()
                    .map(operator -> operator.type().text() + " (" + operator.description() + ")")
                    .distinct()
                    .collect(Collectors.joining(", "));
            return Optional.of(Diagnostic.warning(
                            ErrorCode.EARLIER_ROWS_STAY,
                            "job " + job
                                    + " computes rows in another way from now on, and keeps those that it has written")
                    .withDetail("changed: " + what)
                    .withHint("'elt run " + job + " --fresh' computes all rows again"));
        }
    }

    /**
     * @param before the job as it ran
     * @param after the job as it shall run
     */
    public static Verdict of(JobOperators before, JobOperators after) {
        StateFit fit = new StateFit(before, after);
        return fit.hasSameShape() ? fit.compared() : fit.reshaped();
    }

    private boolean hasSameShape() {
        return before.operators().size() == after.operators().size()
                && IntStream.range(0, before.operators().size())
                        .allMatch(i -> isSamePlace(
                                before.operators().get(i), after.operators().get(i)));
    }

    private static boolean isSamePlace(Operator old, Operator now) {
        return old.is(now.type())
                && old.inputs().equals(now.inputs())
                && steps(old).equals(steps(now));
    }

    /** The steps on the way of each input without what they go by. */
    private static List<String> steps(Operator operator) {
        return operator.meaning().arrivals().stream()
                .map(arrival -> arrival.replaceAll("\\[[^]]*]", ""))
                .toList();
    }

    private Verdict compared() {
        List<OperatorFit> misfits = new ArrayList<>();
        List<Operator> stateless = new ArrayList<>();
        Set<Integer> otherwise = new HashSet<>();
        for (int i = 0; i < before.operators().size(); i++) {
            Operator old = before.operators().get(i);
            Operator now = after.operators().get(i);
            boolean fed = old.inputs().stream().anyMatch(otherwise::contains);
            boolean computes = !isSameWork(old, now);
            if (computes || fed) {
                otherwise.add(old.id());
            }
            if (!old.meaning().place().equals(now.meaning().place())) {
                misfits.add(new OperatorFit(now, OperatorFit.Change.ELSEWHERE));
            } else if (remembers(old) && computes) {
                misfits.add(new OperatorFit(now, OperatorFit.Change.COMPUTES_OTHERWISE));
            } else if (remembers(old) && fed) {
                misfits.add(new OperatorFit(now, OperatorFit.Change.FED_OTHERWISE));
            } else if (computes) {
                stateless.add(now);
            }
        }
        return new Verdict(after.job(), misfits, stateless);
    }

    private static boolean remembers(Operator operator) {
        return !operator.state().isEmpty();
    }

    /** What is stored of rows has the types of the columns; that a sink gets more columns than before is between it and its table. */
    private static boolean isSameWork(Operator old, Operator now) {
        return old.meaning().work().equals(now.meaning().work())
                && old.meaning().arrivals().equals(now.meaning().arrivals())
                && old.changelog() == now.changelog()
                && (old.is(OperatorType.SINK) || types(old).equals(types(now)))
                && kept(old).equals(kept(now));
    }

    private static List<String> types(Operator operator) {
        return operator.columns().stream().map(Column::type).toList();
    }

    /** State that expires is of another type than state that does not; after how long does not matter. */
    private static List<String> kept(Operator operator) {
        return operator.state().stream()
                .map(state -> state.holds() + " " + state.retention())
                .toList();
    }

    private Verdict reshaped() {
        Map<Integer, String> old = signatures(before);
        Map<Integer, String> now = signatures(after);
        List<OperatorFit> misfits = new ArrayList<>();
        for (Operator operator : before.operators()) {
            if (remembers(operator) || isEnd(operator)) {
                boolean still = now.containsValue(old.get(operator.id()));
                misfits.add(new OperatorFit(operator, still ? OperatorFit.Change.MOVED : OperatorFit.Change.GONE));
            }
        }
        for (Operator operator : after.operators()) {
            if ((remembers(operator) || isEnd(operator)) && !old.containsValue(now.get(operator.id()))) {
                misfits.add(new OperatorFit(operator, OperatorFit.Change.NEW));
            }
        }
        return new Verdict(after.job(), misfits, List.of());
    }

    /** Sources remember where they are, and sinks what they have not committed. */
    private static boolean isEnd(Operator operator) {
        return operator.inputs().isEmpty() || operator.is(OperatorType.SINK);
    }

    /** What each operator computes, down to its sources; for a source or a sink, which it is. */
    private static Map<Integer, String> signatures(JobOperators job) {
        Map<Integer, String> signatures = new HashMap<>();
        for (Operator operator : job.operators()) {
            String inputs = operator.inputs().stream().map(signatures::get).collect(Collectors.joining(", ", "(", ")"));
            signatures.put(
                    operator.id(),
                    isEnd(operator)
                            ? operator.type() + " " + operator.meaning().place()
                            : operator.type() + " " + operator.meaning() + " " + types(operator) + " "
                                    + operator.state().stream()
                                            .map(State::holds)
                                            .toList() + inputs);
        }
        return signatures;
    }
}
