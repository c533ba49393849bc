package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Which jobs have to run because nobody has made their tables yet. */
class UpstreamTest {
    private final Job account = job("ods_account", "", "account");
    private final Job detail = job("dwd_account", "account", "detail");
    private final Job sum = job("dws_sum", "detail district", "sum");
    private final Job district = job("ods_district", "", "district");
    private final Plan plan = new Plan(List.of(account, detail, district, sum), Map.of(), Map.of(), Map.of());

    private static Job job(String name, String reads, String writes) {
        return new Job(name, List.of(), Map.of(), List.of(), tables(reads), tables(writes), List.of());
    }

    private static TreeSet<TableName> tables(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new TableName("lake", "l", name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Job> missing(Job selected, String... existing) {
        return Upstream.missing(
                plan, Set.of(selected), table -> Set.of(existing).contains(table.table()));
    }

    @Test
    void theWholeWayUpIsRunInItsOrder() {
        assertThat(missing(sum)).containsExactly(account, detail, district);
    }

    @Test
    void aTableThatIsThereIsReadAsItIs() {
        assertThat(missing(sum, "detail")).containsExactly(district);
        assertThat(missing(sum, "detail", "district")).isEmpty();
        assertThat(missing(sum, "account", "district")).containsExactly(detail);
    }

    @Test
    void whatReadsNothingNeedsNothing() {
        assertThat(missing(account)).isEmpty();
    }
}
