package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {

    @Test
    void everyNumberIsUsedOnce() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::text)).doesNotHaveDuplicates();
    }

    @Test
    void theTextIsStable() {
        assertThat(ErrorCode.UNKNOWN_KEY.text()).isEqualTo("ELT2102");
        assertThat(ErrorCode.UNDEFINED_NAME.text()).isEqualTo("ELT3002");
        assertThat(ErrorCode.PORT_IN_USE.text()).isEqualTo("ELT7001");
    }

    @Test
    void onlyTheFirstThousandIsUsage() {
        assertThat(ErrorCode.UNKNOWN_TARGET.isUsage()).isTrue();
        assertThat(ErrorCode.BAD_SELECTOR.isUsage()).isTrue();
        assertThat(ErrorCode.PROJECT_NOT_FOUND.isUsage()).isFalse();
    }

    @Test
    void titlesAreOneSentenceWithoutAPeriod() {
        assertThat(ErrorCode.values())
                .allSatisfy(code -> assertThat(code.title()).matches("\\p{L}[^.\\n]+"));
    }
}
