package io.elt.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** SARIF that the official schema accepts, and that says what the standard means by it. */
class SarifReportTest {
    private static final JsonSchema SCHEMA = schema();

    @TempDir
    private Path folder;

    private Examples examples;

    @BeforeEach
    void write() {
        examples = Examples.in(folder);
    }

    private static JsonSchema schema() {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            SchemaValidatorsConfig checkingFormats = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema, checkingFormats);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode report(Diagnostic... problems) throws IOException {
        JsonNode report = new ObjectMapper().readTree(new SarifReport().print(examples.findings(problems)));
        assertThat(SCHEMA.validate(report)).isEmpty();
        return report.at("/runs/0");
    }

    @Test
    void theSchemaIsNotAlwaysContent() throws IOException {
        JsonNode wrong = new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{\"results\": 1}]}");

        assertThat(SCHEMA.validate(wrong)).isNotEmpty();
    }

    @Test
    void everyCodeFitsTheSchema() throws IOException {
        Diagnostic[] all = Arrays.stream(ErrorCode.values())
                .map(code -> Diagnostic.error(code, code.title()))
                .toArray(Diagnostic[]::new);

        JsonNode rules = report(all).at("/tool/driver/rules");

        assertThat(rules).hasSize(all.length).allSatisfy(rule -> {
            assertThat(rule.at("/help/text").asText()).hasSizeGreaterThan(300);
            assertThat(rule.at("/help/markdown").asText())
                    .startsWith("# " + rule.get("id").asText());
            assertThat(rule.at("/fullDescription/text").asText()).isNotBlank();
            assertThat(rule.get("name").asText()).matches("([A-Z][a-z]+)+");
        });
    }

    @Test
    void nothingFoundIsAReportToo() throws IOException {
        JsonNode run = report();

        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void placesAreThoseOfTheEditor() throws IOException {
        JsonNode run = report(Examples.column(), Examples.manyLines());

        assertThat(run.get("columnKind").asText()).isEqualTo("utf16CodeUnits");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("sql/dws%20deposit,%20%C3%A9.sql");
        assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
        assertThat(place.get("region"))
                .hasToString("{\"startLine\":2,\"startColumn\":19,\"endLine\":2,\"endColumn\":24}");
        assertThat(run.at("/results/1/locations/0/physicalLocation/region"))
                .hasToString("{\"startLine\":1,\"startColumn\":1,\"endLine\":3,\"endColumn\":7}");
        assertThat(run.at("/originalUriBaseIds/%SRCROOT%/uri").asText())
                .startsWith("file:///")
                .endsWith("/");
    }

    @Test
    void callersAreRelatedAndSecretsAreNotTold() throws IOException {
        JsonNode result = report(Examples.inMacro()).at("/results/0");

        assertThat(result.get("level").asText()).isEqualTo("warning");
        assertThat(result.at("/message/text").asText()).isEqualTo("****** does not fit");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("macros/money.sql");
        // A place on the command line is no file.
        assertThat(result.get("relatedLocations")).hasSize(1);
        assertThat(result.at("/relatedLocations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void rulesAreNamedOnceAndIndexed() throws IOException {
        JsonNode run = report(Examples.manyLines(), Examples.column(), Examples.manyLines());

        assertThat(run.at("/tool/driver/rules"))
                .extracting(rule -> rule.get("id").asText())
                .containsExactly("ELT5004", "ELT5009");
        for (JsonNode result : run.get("results")) {
            int index = result.get("ruleIndex").asInt();
            assertThat(run.at("/tool/driver/rules/" + index + "/id")).isEqualTo(result.get("ruleId"));
        }
        assertThat(run.at("/tool/driver/rules/0/defaultConfiguration/level").asText())
                .isEqualTo("error");
    }

    @Test
    void aRuleHasTheLevelThatItHasWithoutAProject() throws IOException {
        JsonNode rules = report(
                        Diagnostic.warning(ErrorCode.TWO_WRITERS, "x"),
                        Diagnostic.error(ErrorCode.UNUSED_DECLARATION, "x"),
                        Diagnostic.warning(ErrorCode.MISSING_COMMENT, "x"))
                .at("/tool/driver/rules");

        assertThat(rules)
                .extracting(rule -> rule.get("id").asText() + " " + rule.get("defaultConfiguration"))
                .containsExactly(
                        "ELT5101 {\"level\":\"error\"}",
                        "ELT5117 {\"level\":\"warning\"}",
                        "ELT5118 {\"enabled\":false,\"level\":\"warning\"}");
    }

    @Test
    void aProblemWithoutAPlaceHasNone() throws IOException {
        assertThat(report(Examples.nowhere()).at("/results/0/locations")).isEmpty();
    }

    @Test
    void aProblemIsKnownAgainWhenItsLineMoves() throws IOException {
        List<String> before = fingerprints(report(Examples.column(), Examples.column(), Examples.manyLines()));
        Examples.write(folder, Examples.FILE, "-- new\n\nSELECT\n    'wide \ud83d\ude00' AS x,  amout\nFROM t;\n");
        Diagnostic moved = Examples.column().at(new SourceSpan(Examples.FILE, 4, 22, 4, 27));
        Diagnostic movedToo = Examples.manyLines().at(new SourceSpan(Examples.FILE, 3, 1, 5, 7));

        assertThat(before).doesNotHaveDuplicates();
        assertThat(fingerprints(report(moved, moved, movedToo))).isEqualTo(before);
    }

    private static List<String> fingerprints(JsonNode run) {
        List<String> fingerprints = new ArrayList<>();
        run.get("results")
                .forEach(result -> fingerprints.add(
                        result.at("/partialFingerprints/eltProblem~1v1").asText()));
        return fingerprints;
    }
}
