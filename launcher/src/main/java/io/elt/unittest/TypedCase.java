package io.elt.unittest;

import io.elt.plan.TableName;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A case whose cells have the types of their columns.
 *
 * @param inputs all tables that the files read and do not write themselves, also those that are given no rows
 * @param outputs all tables that the files write
 * @param events what is given, table by table in the order of the case
 */
public record TypedCase(
        TestCase written,
        Map<TableName, TestTable> inputs,
        Map<TableName, TestTable> outputs,
        List<Event> events,
        List<Expectation> expectations) {
    public TypedCase {
        inputs = new TreeMap<>(inputs);
        outputs = new TreeMap<>(outputs);
        events = List.copyOf(events);
        expectations = List.copyOf(expectations);
    }
}
