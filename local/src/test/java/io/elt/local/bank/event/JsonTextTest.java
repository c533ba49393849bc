package io.elt.local.bank.event;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTextTest {
    @Test
    void writesObjectsWithinObjects() {
        JsonText json = new JsonText().open().name("a").open().name("b").verbatim("1.50");
        json.close().name("c").string("x").close();
        assertThat(json).hasToString("{\"a\":{\"b\":1.50},\"c\":\"x\"}");
    }

    @Test
    void escapesWhatAStringMayNotHold() {
        assertThat(new JsonText().string("a\"b\\c\td\n\u0001é")).hasToString("\"a\\\"b\\\\c\\u0009d\\u000a\\u0001é\"");
    }

    @Test
    void canStopAnywhere() {
        assertThat(new JsonText().open().name("type").unfinishedString("PRI\"J"))
                .hasToString("{\"type\":\"PRI\\\"J");
        assertThat(new JsonText().open().name("amount").verbatim("22")).hasToString("{\"amount\":22");
    }
}
