package io.elt.cli;

import io.elt.golden.GoldenCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole commands on small projects: what they print, what they say, how they end. */
class CommandGoldenTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("CORE_DB_PASSWORD", "correct-horse");

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("command", CommandGoldenTest::run);
    }

    private static String run(GoldenCase golden) {
        List<String> arguments = Stream.concat(
                        golden.arguments().stream(),
                        Stream.of("-C", golden.project().toString()))
                .toList();
        Called called = Called.with(ENVIRONMENT, arguments.toArray(String[]::new));
        return "exit code " + called.exitCode() + "\n---- out\n" + called.out() + "---- err\n" + called.err();
    }
}
