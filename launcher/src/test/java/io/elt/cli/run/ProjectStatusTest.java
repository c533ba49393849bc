package io.elt.cli.run;

import io.elt.cli.run.ProjectStatus.JobReport;
import io.elt.cli.run.ProjectStatus.TableReport;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.status.Lag;
import io.elt.status.Lag.Unit;
import io.elt.status.Lake;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** How old what a table shows is: as old as the oldest change on its way, wherever that waits. */
class ProjectStatusTest {
    private final Job account = job("ods_account", "", "account");
    private final Job district = job("ods_district", "", "district");
    private final Job sum = job("dws_sum", "account district", "sum");
    private final Job served = job("ads_sum", "sum", "served");
    private final Plan plan = new Plan(List.of(account, district, sum, served), Map.of(), Map.of(), Map.of());

    private static Job job(String name, String reads, String writes) {
        return new Job(name, List.of(), Map.of(), List.of(), tables(reads), tables(writes), List.of());
    }

    private static TreeSet<TableName> tables(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new TableName("lake", "l", name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JobReport report(Job job, int... waitingSeconds) {
        List<Lag> lags = Arrays.stream(waitingSeconds)
                .mapToObj(seconds ->
                        new Lag(job.name(), "input", seconds > 0 ? 1 : 0, Unit.RECORDS, Duration.ofSeconds(seconds)))
                .toList();
        return new JobReport(job, Optional.empty(), Optional.empty(), lags);
    }

    private Map<String, Long> secondsBehind(JobReport... reports) {
        try (Lake lake = new Lake(Map.of())) {
            return ProjectStatus.of(plan, List.of(reports), lake).tables().stream()
                    .collect(Collectors.toMap(table -> table.table().table(), table -> table.behind()
                            .toSeconds()));
        }
    }

    @Test
    void aTableIsAsOldAsTheSlowestWayToIt() {
        assertThat(secondsBehind(report(account, 0), report(district, 50, 3), report(sum, 8, 0), report(served, 1)))
                .isEqualTo(Map.of("account", 0L, "district", 50L, "sum", 50L, "served", 50L));
    }

    @Test
    void itsOwnJobMayBeTheSlowOne() {
        assertThat(secondsBehind(report(account, 2), report(district), report(sum, 30), report(served, 0)))
                .isEqualTo(Map.of("account", 2L, "district", 0L, "sum", 30L, "served", 30L));
    }

    @Test
    void ofJobsThatAreNotSelectedNothingIsKnown() {
        assertThat(secondsBehind(report(served, 4))).isEqualTo(Map.of("served", 4L));
    }

    @Test
    void aTableOutsideOfTheLakeHasNoSnapshot() {
        try (Lake lake = new Lake(Map.of())) {
            assertThat(ProjectStatus.of(plan, List.of(report(served, 4)), lake).tables())
                    .extracting(TableReport::written)
                    .containsExactly(Optional.empty());
        }
    }
}
