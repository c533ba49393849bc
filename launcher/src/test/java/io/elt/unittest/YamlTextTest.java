package io.elt.unittest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class YamlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "word",
                "ends with a space ",
                "a/b (c)",
                "two words",
                "it's",
                "",
                " ",
                "1",
                "1e5",
                "null",
                "NULL",
                "true",
                "No",
                "~",
                "a: b",
                "a,b",
                "{a}",
                "# no comment",
                "line\nbreak",
                "tab\t\"quoted\" \\",
                "2024-05-01",
                "-",
                "ž",
                "a.b-c_d",
                "\u0000"
            })
    void everyTextIsReadAsItWas(String text) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString("{a: " + YamlText.of(text) + "}");

        assertThat(read).isEqualTo(Map.of("a", text));
    }

    @Test
    void onlyWhatNeedsQuotesHasThem() {
        assertThat(YamlText.of("two words")).isEqualTo("two words");
        assertThat(YamlText.of("1")).isEqualTo("'1'");
        assertThat(YamlText.of("off")).isEqualTo("'off'");
    }
}
