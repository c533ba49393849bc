package io.elt.submit;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.JobPer;
import io.elt.project.RunOn;
import io.elt.project.Target;
import io.elt.project.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said of a section of elt.yaml that is wrong. */
class ClusterOptionsTest {
    private static final String EXAMPLE = "http://flink:8081";

    /** Words of an option. */
    private enum Lib {
        SHIPPED,
        BY_HAND
    }

    private static ClusterOptions options(Map<String, String> texts) {
        Map<String, Value.Scalar> written = new LinkedHashMap<>();
        texts.forEach((key, text) -> written.put(key, (Value.Scalar) Value.literal("elt.yaml", text)));
        return ClusterOptions.of(
                new Target("prod", RunOn.SESSION, JobPer.FILE, Optional.empty(), written, Map.of()), texts);
    }

    private static List<Diagnostic> problems(ClusterOptions options) {
        List<Diagnostic> problems = new ArrayList<>();
        assertThatThrownBy(options::finish)
                .isInstanceOfSatisfying(EltException.class, e -> problems.addAll(e.diagnostics()));
        return problems;
    }

    @Test
    void whatIsAskedForIsGiven() {
        ClusterOptions options = options(Map.of("address", "https://flink:8081/", "lib", "by-hand"));

        assertThat(options.address("address", EXAMPLE)).contains(URI.create("https://flink:8081"));
        assertThat(options.choice("lib", Lib.class, Lib.SHIPPED)).isEqualTo(Lib.BY_HAND);
        assertThat(options.text("queue")).isEmpty();
        assertThat(options.choice("other", Lib.class, Lib.SHIPPED)).isEqualTo(Lib.SHIPPED);
        options.finish();
    }

    @Test
    void aKeyThatNobodyAskedForIsUnknownAndTheNearestIsNamed() {
        ClusterOptions options = options(Map.of("adress", EXAMPLE));
        options.text("address");

        assertThat(problems(options)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_KEY);
            assertThat(problem.message()).isEqualTo("unknown key 'adress' in target prod, session");
            assertThat(problem.hint()).contains("did you mean 'address'?");
        });
    }

    @Test
    void aMissingKeyIsToldWithAnExample() {
        ClusterOptions options = options(Map.of());

        assertThat(options.address("address", EXAMPLE)).isEmpty();
        assertThat(problems(options)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.MISSING_KEY);
            assertThat(problem.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("address: \"" + EXAMPLE + "\""));
        });
    }

    @Test
    void aBlankValueIsNone() {
        assertThat(options(Map.of("address", " ")).required("address", EXAMPLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flink:8081", "ftp://flink", "http://", "not an address", "/flink"})
    void whatIsNoAddressIsRefused(String text) {
        ClusterOptions options = options(Map.of("address", text));
        options.address("address", EXAMPLE);

        assertThat(problems(options)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BAD_VALUE);
            assertThat(problem.message()).endsWith("must be an address like " + EXAMPLE);
        });
    }

    @Test
    void aWordThatIsNoneOfThemNamesThemAll() {
        ClusterOptions options = options(Map.of("lib", "none"));
        options.choice("lib", Lib.class, Lib.SHIPPED);

        assertThat(problems(options)).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("key 'lib' of target prod, session must be one of shipped, by-hand"));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        ClusterOptions options = options(Map.of("lib", "none", "adress", "x"));
        options.required("address", EXAMPLE);
        options.choice("lib", Lib.class, Lib.SHIPPED);

        assertThat(problems(options)).hasSize(3);
    }
}
