package io.elt.cli.run;

import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;
import io.elt.cli.run.JobRun.JobView;
import io.elt.status.Lag;
import io.elt.submit.JobState;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows jobs until a signal comes: redrawn in place on a terminal, line by line as states change elsewhere. */
public final class LiveView {
    private static final long PERIOD_MILLIS = 1000;

    private final PrintWriter out;
    private final Screen screen;

    /** Where the view is drawn. */
    public enum Screen {
        TERMINAL,
        LINES
    }

    public LiveView(PrintWriter out, Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    /**
     * Returns on a signal, or when every job has ended by itself.
     *
     * @throws io.elt.diagnostic.EltException if a job fails
     */
    void show(JobRun run, StopSignal signal) {
        InPlace place = new InPlace(out, screen);
        try {
            do {
                List<JobView> views = run.views();
                place.draw(OutputFormat.table.print(table(views)), states(views));
                if (views.stream().allMatch(view -> view.status().state().isFinal())) {
                    return;
                }
            } while (!signal.await(PERIOD_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Rows table(List<JobView> views) {
        List<List<Object>> rows = new ArrayList<>();
        for (JobView view : views) {
            rows.add(List.of(
                    view.job().name(),
                    state(view.status().state()),
                    view.status().restarts(),
                    view.status().checkpoints(),
                    behind(view),
                    view.status().rootCause().orElse("")));
        }
        return new Rows(List.of("job", "state", "restarts", "checkpoints", "behind", "last failure"), rows);
    }

    private static String behind(JobView view) {
        if (view.lags().isEmpty()) {
            return "";
        }
        String behind = view.lags().stream()
                .filter(lag -> !lag.isCaughtUp())
                .map(LiveView::describe)
                .collect(Collectors.joining(", "));
        return behind.isEmpty() ? "caught up" : behind;
    }

    private static String describe(Lag lag) {
        String unit = lag.unit().name().toLowerCase(Locale.ROOT);
        return lag.input() + " " + lag.unread() + " " + unit;
    }

    /** What has to change for a new line to be worth it where nothing can be redrawn. */
    private static String states(List<JobView> views) {
        return views.stream()
                .map(view -> view.job().name()
                        + view.status().state()
                        + view.status().restarts())
                .collect(Collectors.joining());
    }

    private static String state(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
