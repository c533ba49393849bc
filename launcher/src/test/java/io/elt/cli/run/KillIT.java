package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** kill -9 in the middle of everything: the next run loses nothing and counts nothing twice. */
class KillIT {
    private static final String[] BANK = {"--transactions", "3000"};
    private static final String COUNTED = "SELECT SUM(transactions) FROM ads.branch";

    @TempDir
    private Path folder;

    @Test
    void afterTwoKillsEveryCellIsStillRight() throws IOException {
        ProjectCopy project = ProjectCopy.in(folder);

        long first = killedAfterMoreThan(0, project);
        long second = killedAfterMoreThan(first, project);
        assertThat(second).isGreaterThan(first);

        Outcome outcome = project.elt("demo", "--once", BANK[0], BANK[1]);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("77 branches").contains("all cells equal");
    }

    /** While transactions arrive: kills elt as soon as the branches have counted more of them than that. */
    private static long killedAfterMoreThan(long transactions, ProjectCopy project) throws IOException {
        try (EltProcess elt = EltProcess.start(project, "demo", "--rate", "200", BANK[0], BANK[1])) {
            elt.await(() -> assertThat(counted(elt)).as(elt::log).isGreaterThan(transactions));
            long counted = counted(elt);
            elt.kill();
            return counted;
        }
    }

    private static long counted(EltProcess elt) {
        String digits = elt.query(COUNTED).replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
