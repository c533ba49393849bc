package io.elt.unittest;

import io.elt.plan.TableName;

import java.util.Map;
import java.util.TreeMap;

/**
 * @param inputs what the files of a case read and do not write themselves
 * @param outputs what they write
 */
public record CaseTables(Map<TableName, TestTable> inputs, Map<TableName, TestTable> outputs) {
    public CaseTables {
        inputs = new TreeMap<>(inputs);
        outputs = new TreeMap<>(outputs);
    }
}
