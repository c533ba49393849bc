package io.elt.unittest;

import io.elt.project.Value;
import io.elt.unittest.TestCase.Kind;
import io.elt.unittest.TestCase.Orders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static io.elt.unittest.CaseText.problems;
import static org.assertj.core.api.Assertions.assertThat;

class CaseReaderTest {
    private static final String SMALLEST =
            """
            - name: a
              file: f
              expect: {t: []}
            """;

    @TempDir
    private Path root;

    @Test
    void aCaseHasAllThatItSays() {
        TestCase test = CaseText.read(
                        """
                - name: moves
                  files: [dwd_account, sql/dws_deposit.sql]
                  given:
                    lake.l.a: [{id: 1}, {+U: {id: 1}}]
                  expect:
                    lake.l.b: {changes: [{id: 1}]}
                    lake.l.c: {rows: []}
                  vars: {days: 3}
                  now: '2024-01-31 12:00:00'
                  orders: exact
                """)
                .get(0);

        assertThat(test.name()).isEqualTo("moves");
        assertThat(test.files()).extracting(Value.Scalar::text).containsExactly("dwd_account", "sql/dws_deposit.sql");
        assertThat(test.given()).singleElement().satisfies(given -> {
            assertThat(given.table()).isEqualTo("lake.l.a");
            assertThat(given.items()).hasSize(2);
        });
        assertThat(test.expect()).extracting(TestCase.Rows::kind).containsExactly(Kind.CHANGES, Kind.ROWS);
        assertThat(test.variables()).containsOnlyKeys("days");
        assertThat(test.now()).contains(Instant.parse("2024-01-31T11:00:00Z"));
        assertThat(test.orders()).isEqualTo(Orders.EXACT);
        assertThat(test.span().line()).isEqualTo(1);
    }

    @Test
    void whatACaseDoesNotSayIsTheUsual() {
        TestCase test = CaseText.read(SMALLEST).get(0);

        assertThat(test.given()).isEmpty();
        assertThat(test.now()).isEmpty();
        assertThat(test.orders()).isEqualTo(Orders.ANY);
    }

    @Test
    void aFileOfCommentsHasNoCases() {
        assertThat(CaseText.read("# later\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: a                                  | a file of tests is a list of cases, not a mapping",
                "- 5                                      | a case is a number, not a mapping",
                "- {file: f, expect: {t: []}}             | name",
                "- {name: a, expect: {t: []}}             | the case has no 'file'",
                "- {name: a, file: f}                     | the case has no 'expect'",
                "- {name: a, file: f, expct: {t: []}}     | expct",
                "- {name: a, file: f, expect: {t: 5}}     | 't' is a number, not a list of rows",
                "- {name: a, file: f, expect: {t: {csv: a, rows: []}}} | with one of rows, changes, csv and fixture",
                "- {name: a, file: f, given: {t: {changes: []}}, expect: {t: []}} | changes",
                "- {name: a, file: f, expect: {t: []}, orders: some} | 'orders' is any or exact, not 'some'",
                "- {name: a, file: f, expect: {t: []}, now: noon}    | 'noon' is no time",
                "- {name: a, file: [[f]], expect: {t: []}}           | the file is a list, not a name",
            })
    void whatIsWrongIsToldWithItsPlace(String yaml, String message) {
        assertThat(problems(yaml))
                .anySatisfy(problem -> assertThat(problem).contains(message).matches("1:\\d+ ELT2\\d+ .*"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(
                        problems(
                                """
                - {name: a, file: f, expect: {t: []}, order: exact}
                - {name: b, expect: {t: []}}
                - {name: c, file: f, expect: {t: {fixture: x}}}
                """))
                .hasSize(3);
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(problems(SMALLEST + SMALLEST))
                .containsExactly("4:9 ELT2307 the name 'a' is taken by the case in line 1");
    }

    @Test
    void rowsMayStandInFiles() throws Exception {
        Files.createDirectories(root.resolve("tests/fixtures"));
        Files.writeString(root.resolve("tests/fixtures/accounts.yaml"), "- {id: 1}\n- {id: 2}\n");
        Files.writeString(root.resolve("tests/fixtures/words.csv"), "id,word\n1,one\n");
        Files.writeString(root.resolve("more.csv"), "id\n7\n");

        TestCase test = CaseText.read(
                        root,
                        """
                        - name: a
                          file: f
                          given:
                            a: {fixture: accounts}
                            b: {fixture: words, defaults: {size: 3}}
                            c: {csv: more.csv}
                          expect: {t: []}
                        """)
                .get(0);

        assertThat(test.given()).extracting(rows -> rows.items().size()).containsExactly(2, 1, 1);
        assertThat(test.given()).allSatisfy(rows -> assertThat(rows.list()).isEmpty());
        assertThat(test.given().get(1).defaults()).isPresent();
        assertThat(test.given().get(1).items().get(0).span().file()).isEqualTo("tests/fixtures/words.csv");
    }

    @Test
    void aFixtureThatIsNotThereHasANearestName() throws Exception {
        Files.createDirectories(root.resolve("tests/fixtures"));
        Files.writeString(root.resolve("tests/fixtures/accounts.yaml"), "[]");
        Files.writeString(root.resolve("tests/fixtures/none.yaml"), "a: b");
        String yaml = "- {name: a, file: f, given: {t: {fixture: %s}}, expect: {t: []}}";

        List<String> missing = problems(() -> CaseText.read(root, yaml.formatted("acounts")));
        List<String> wrong = problems(() -> CaseText.read(root, yaml.formatted("none")));
        List<String> csv =
                problems(() -> CaseText.read(root, yaml.formatted("x").replace("fixture", "csv")));

        assertThat(missing)
                .containsExactly(
                        "1:43 ELT2306 there is no fixture 'acounts' in tests/fixtures | did you mean 'accounts'?");
        assertThat(wrong).containsExactly("1:43 ELT2306 tests/fixtures/none.yaml is not a list of rows");
        assertThat(csv).singleElement().asString().contains("there is no file x");
    }
}
