package io.elt.unittest;

import io.elt.project.Value;

/** The forms that values of a case must have. */
final class TestRows {
    private TestRows() {}

    static Value.Mapping mapping(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw TestFileErrors.wrongType("the row", "a mapping of columns", value).toException();
    }

    static Value.Scalar scalar(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return scalar;
        }
        throw TestFileErrors.wrongType("the name", "a text", value).toException();
    }
}
