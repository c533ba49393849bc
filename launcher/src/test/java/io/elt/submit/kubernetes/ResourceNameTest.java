package io.elt.submit.kubernetes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Names that the operator takes, and that no two jobs share. */
class ResourceNameTest {
    /** As the operator's validator has it. */
    private static final String VALID = "[a-z]([-a-z\\d]{0,43}[a-z\\d])?";

    @Test
    void aUsualNameCanBeGuessed() {
        assertThat(ResourceName.of("bank", "dws_deposit").text()).isEqualTo("bank-dws-deposit");
        assertThat(ResourceName.of("bank", "dws_deposit").configMap("0a1b")).isEqualTo("bank-dws-deposit-0a1b");
    }

    @ParameterizedTest
    @CsvSource({
        "bank, DWS_Deposit, bank-dws-deposit-[0-9a-f]{8}",
        "my_bank, dws_deposit, my-bank-dws-deposit-[0-9a-f]{8}",
        "bank, a_name_that_goes_on_and_on_until_it_is_too_long, bank-a-name-that-goes-on-and-on-unti-[0-9a-f]{8}",
        "42, x, x-[0-9a-f]{8}",
        "银行, 存款, elt-[0-9a-f]{8}",
        "bank, dws_0123abcd, bank-dws-0123abcd-[0-9a-f]{8}",
    })
    void whatHadToBeChangedEndsWithAHash(String project, String job, String name) {
        assertThat(ResourceName.of(project, job).text()).matches(name).matches(VALID);
    }

    @Test
    void noTwoJobsShareAName() {
        List<String> words = List.of(
                "a",
                "b",
                "a_b",
                "a-b",
                "a.b",
                "A_b",
                "a__b",
                "_a",
                "a_",
                "a b",
                "b_0123abcd",
                "x".repeat(50),
                "x".repeat(51));
        Map<String, String> owners = new HashMap<>();
        for (String project : words) {
            for (String job : words) {
                String name = ResourceName.of(project, job).text();
                assertThat(name).matches(VALID);
                assertThat(owners.put(name, project + "/" + job)).as(name).isNull();
            }
        }
    }
}
