package io.elt.submit.yarn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationTagsTest {
    private static final String RUN = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"dws_deposit", "DWS_Deposit", "größe", "a b", "a%41", "a,b", "結果"})
    void aNameComesBackThroughWhatYarnDoesToTags(String job) {
        ApplicationTags tags = new ApplicationTags("bank", "prod", job, RUN, "f00");

        List<String> kept =
                tags.toList().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();

        assertThat(kept).allMatch(ApplicationTags::isTag).noneMatch(tag -> tag.contains(","));
        assertThat(ApplicationTags.of(kept)).contains(tags);
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoJobs() {
        assertThat(ApplicationTags.ofProject("Bank")).isNotEqualTo(ApplicationTags.ofProject("bank"));
        assertThat(ApplicationTags.ofProject("bank")).isEqualTo("elt-project:bank");
    }

    @Test
    void otherApplicationsAreNotOurs() {
        assertThat(ApplicationTags.of(List.of("elt-project:bank", "nightly"))).isEmpty();
    }

    @Test
    void aNameThatYarnDoesNotTakeIsKnownBefore() {
        assertThat(new ApplicationTags("bank", "prod", "j".repeat(90), RUN, "f00").fit())
                .isTrue();
        assertThat(new ApplicationTags("bank", "prod", "j".repeat(93), RUN, "f00").fit())
                .isFalse();
    }
}
