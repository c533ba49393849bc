package io.elt.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class JsonReportTest {
    @TempDir
    private Path folder;

    @Test
    void saysAllThatAProblemSays() throws IOException {
        String text = new JsonReport().print(Examples.in(folder).findings(Examples.column(), Examples.inMacro()));
        JsonNode report = new ObjectMapper().readTree(text);

        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(report.get("files").asInt()).isEqualTo(3);
        assertThat(report.get("jobs").asInt()).isEqualTo(2);
        assertThat(report.get("errors").asInt()).isEqualTo(1);
        assertThat(report.get("warnings").asInt()).isEqualTo(1);
        JsonNode problem = report.at("/problems/0");
        assertThat(problem.get("code").asText()).isEqualTo("ELT5004");
        assertThat(problem.get("title").asText()).isEqualTo("The column does not exist");
        assertThat(problem.get("severity").asText()).isEqualTo("error");
        assertThat(problem.get("detail").asText()).isEqualTo("100% sure:\r\nfirst, second");
        assertThat(problem.get("hint").asText()).isEqualTo("did you mean 'amount'?");
        assertThat(problem.get("place").toString())
                .isEqualTo(
                        "{\"file\":\"" + Examples.FILE + "\",\"line\":2,\"column\":19,\"endLine\":2,\"endColumn\":24}");
        assertThat(report.at("/problems/1/message").asText()).isEqualTo("****** does not fit");
        assertThat(report.at("/problems/1/hint").isNull()).isTrue();
        assertThat(report.at("/problems/1/calledFrom")).hasSize(2);
    }

    @Test
    void aProblemIsALine() {
        String text = new JsonReport().print(Examples.in(folder).findings(Examples.column(), Examples.nowhere()));

        assertThat(text.lines().filter(line -> line.contains("\"code\""))).hasSize(2);
        assertThat(text).contains("\"place\":null");
    }

    @Test
    void nothingFoundIsAnEmptyList() throws IOException {
        String text = new JsonReport().print(Examples.in(folder).findings());

        assertThat(new ObjectMapper().readTree(text).get("problems")).isEmpty();
        assertThat(text).endsWith("\"problems\": []\n}\n");
    }
}
