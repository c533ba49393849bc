package io.elt.deployment;

import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;

/**
 * What becomes of what one operator remembers when its job is changed.
 *
 * @param operator of the job as it ran, or for {@link Change#NEW} of the changed one
 */
public record OperatorFit(Operator operator, Change change) {
    /** How an operator differs. */
    public enum Change {
        /** It computes something else. Flink would let it go on with what it holds, or fail over it. */
        COMPUTES_OTHERWISE,
        /** It is the same, but the rows that it gets are made in another way than those that it has seen. */
        FED_OTHERWISE,
        /** It reads or writes something else under the same name of its state. */
        ELSEWHERE,
        /** It is the same, but stands at another place of the job; Flink finds state by that. */
        MOVED,
        /** The changed job does not have it. */
        GONE,
        /** The job did not have it, so it would start with nothing. */
        NEW
    }

    /** What would happen if the changed job went on from the state, as a sentence. */
    String text() {
        String what = operator.type().text() + " (" + operator.description() + ")";
        return switch (change) {
            case COMPUTES_OTHERWISE ->
                what + " computes something else now: what it has gathered so far would count as if it were that";
            case FED_OTHERWISE -> what + " gets other rows now: what it has gathered so far is of the old ones";
            case ELSEWHERE ->
                what
                        + (operator.is(OperatorType.SINK)
                                ? " writes something else now: what it has not committed yet is of the old table"
                                : " reads something else now: its place is one in the old data");
            case MOVED -> what + " stands at another place of the job, where Flink does not find its state again";
            case GONE -> what + " is gone, and its state with it";
            case NEW -> what + " is new: it would know nothing of the rows before";
        };
    }
}
