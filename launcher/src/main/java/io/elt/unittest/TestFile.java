package io.elt.unittest;

import java.util.List;

/**
 * A file of {@code tests/}.
 *
 * @param path relative to the project
 */
public record TestFile(String path, String text, List<TestCase> cases) {
    public TestFile {
        cases = List.copyOf(cases);
    }
}
