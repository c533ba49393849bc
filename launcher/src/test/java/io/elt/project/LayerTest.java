package io.elt.project;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayerTest {

    @Test
    void theFirstWordOfTheNameIsTheLayer() {
        assertThat(Layer.ofName("ods_account")).isEqualTo(Layer.ODS);
        assertThat(Layer.ofName("dim_day")).isEqualTo(Layer.DIM);
        assertThat(Layer.ofName("DWS_deposit")).isEqualTo(Layer.DWS);
    }

    @Test
    void anythingElseHasNone() {
        assertThat(Layer.ofName("odsaccount")).isEqualTo(Layer.NONE);
        assertThat(Layer.ofName("none_x")).isEqualTo(Layer.NONE);
        assertThat(Layer.ofName("stage_x")).isEqualTo(Layer.NONE);
        assertThat(Layer.ofName("_")).isEqualTo(Layer.NONE);
    }
}
