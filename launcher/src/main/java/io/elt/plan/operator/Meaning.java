package io.elt.plan.operator;

import java.util.List;

/**
 * What an operator computes, exactly and without the names that an author can change: columns are told by their positions.
 * Two operators of the same meaning over the same inputs do the same, so one can go on with the state of the other.
 *
 * @param arrivals for each input, the steps that only move its rows or hold them for a moment; they are operators to Flink
 * @param work what is done with the rows; for a scan or a sink, where they are
 * @param place for a scan or a sink, which table or topic it is, else empty
 */
public record Meaning(List<String> arrivals, String work, String place) {
    /** Of what was not read from a plan. */
    public static final Meaning UNKNOWN = new Meaning(List.of(), "", "");

    public Meaning {
        arrivals = List.copyOf(arrivals);
    }
}
