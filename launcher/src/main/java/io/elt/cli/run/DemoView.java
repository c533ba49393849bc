package io.elt.cli.run;

import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.Endpoints;
import io.elt.local.bank.BankTraffic;
import io.elt.local.bank.TrafficCounts;
import io.elt.serving.StarRocks;
import io.elt.submit.JobState;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The living bank: its largest branches, what each layer holds, how far it is behind, what is in quarantine. */
public final class DemoView {
    private static final long PERIOD_MILLIS = 1000;
    private static final String LARGEST =
            """
            SELECT district_id AS id, district, accounts, deposits, loans_granted, loans_in_debt, loan_to_deposit, last_transaction
            FROM ads.v_branch_asset_liability
            ORDER BY deposits DESC, district_id
            LIMIT 10
            """;

    private final PrintWriter out;
    private final LiveView.Screen screen;

    public DemoView(PrintWriter out, LiveView.Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    void show(JobRun run, StarRocks starRocks, BankTraffic traffic, Endpoints endpoints, StopSignal signal) {
        InPlace place = new InPlace(out, screen);
        String connect =
                "connect: mysql -h " + endpoints.starRocks().replace(":", " -P ") + " -u root      Ctrl-C stops";
        try {
            do {
                traffic.failure().ifPresent(failure -> {
                    throw Diagnostic.error(
                                    ErrorCode.SOURCE_UNREACHABLE, "the bank's traffic ended: " + failure.getMessage())
                            .toException(failure);
                });
                List<JobRun.JobView> jobs = run.views();
                StarRocks.Answer branches = starRocks.query(LARGEST);
                String text = OutputFormat.table.print(new Rows(branches.columns(), branches.rows()))
                        + '\n'
                        + layers(run)
                        + happened(traffic.counts())
                        + state(jobs)
                        + connect
                        + '\n';
                place.draw(text, String.valueOf(System.nanoTime() / 10_000_000_000L));
            } while (!signal.await(PERIOD_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String layers(JobRun run) {
        Map<String, Long> records = new TreeMap<>(run.recordsByDatabase());
        String layers = records.entrySet().stream()
                .map(layer -> layer.getKey() + " " + String.format(Locale.ROOT, "%,d", layer.getValue()))
                .collect(Collectors.joining("   "));
        return "records     " + layers + '\n' + "quarantine  " + run.lake().records(Demo.QUARANTINE) + '\n';
    }

    private static String happened(TrafficCounts counts) {
        String kinds = counts.changes().entrySet().stream()
                .map(change ->
                        change.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + change.getValue())
                .collect(Collectors.joining(", "));
        return "changes     " + kinds + '\n';
    }

    private static String state(List<JobRun.JobView> jobs) {
        long running = jobs.stream()
                .filter(job -> job.status().state() == JobState.RUNNING)
                .count();
        String behind = jobs.stream()
                .flatMap(job -> job.lags().stream())
                .filter(lag -> !lag.isCaughtUp())
                .map(lag ->
                        lag.job() + " " + lag.unread() + " " + lag.unit().name().toLowerCase(Locale.ROOT))
                .limit(4)
                .collect(Collectors.joining(", "));
        return "jobs        " + running + " of " + jobs.size() + " running, "
                + (behind.isEmpty() ? "caught up" : "behind: " + behind) + '\n';
    }
}
