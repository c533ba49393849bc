package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two descriptions of a pod become one, whichever of them says what. */
class PodTemplateTest {
    private static String merged(String first, String second) throws IOException {
        JsonNode expected =
                PodTemplate.parse(first).with(ManifestYaml.read(second)).pod();
        return expected.toString().replace("\"", "");
    }

    @Test
    void fieldsAreUnitedAndTheSecondWins() throws IOException {
        assertThat(merged("spec: {a: 1, b: {c: 2, d: 3}}", "spec: {b: {d: 4}, e: 5}"))
                .isEqualTo("{spec:{a:1,b:{c:2,d:4},e:5}}");
    }

    @Test
    void containersAndVariablesAreUnitedByTheirNames() throws IOException {
        assertThat(merged(
                        "spec: {containers: [{name: side}, {name: main, env: [{name: A, value: 1}, {name: B, value: 2}]}]}",
                        "spec: {containers: [{name: main, image: x, env: [{name: B, value: 3}, {name: C}]}]}"))
                .isEqualTo("{spec:{containers:[{name:side},"
                        + "{name:main,env:[{name:A,value:1},{name:B,value:3},{name:C}],image:x}]}}");
    }

    @Test
    void otherListsAreJoined() throws IOException {
        assertThat(merged("spec: {tolerations: [{key: a}]}", "spec: {tolerations: [{key: b}]}"))
                .isEqualTo("{spec:{tolerations:[{key:a},{key:b}]}}");
    }

    @Test
    void whatIsNoPodIsRefused() {
        assertThatThrownBy(() -> PodTemplate.parse("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it has no fields");
        assertThatThrownBy(() -> PodTemplate.parse("kind: Pod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pod has metadata and spec, but no 'kind'");
        assertThatThrownBy(() -> PodTemplate.parse("spec: {a: 1, a: 2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Duplicate field 'a'");
    }
}
