package io.elt.cli.run;

import io.elt.cli.output.OutputFormat;

import java.io.PrintWriter;
import java.time.Instant;

/** Shows the status of jobs, once or again and again. */
public final class StatusWatch {
    private static final long PERIOD_MILLIS = 2_000;

    private final ClusterJobs jobs;
    private final OutputFormat format;
    private final PrintWriter out;
    private final InPlace place;

    public StatusWatch(ClusterJobs jobs, OutputFormat format, PrintWriter out, LiveView.Screen screen) {
        this.jobs = jobs;
        this.format = format;
        this.out = out;
        this.place = new InPlace(out, screen);
    }

    /**
     * @return whether all is well
     */
    public boolean once() {
        ProjectStatus status = jobs.status();
        StatusText text = new StatusText(status, Instant.now());
        out.print(print(text));
        out.flush();
        return status.isWell();
    }

    /**
     * Looks until the signal comes.
     *
     * @return whether all was well in the end
     */
    public boolean until(StopSignal signal) {
        boolean well = true;
        try {
            do {
                ProjectStatus status = jobs.status();
                StatusText text = new StatusText(status, Instant.now());
                place.draw(print(text), text.essence());
                well = status.isWell();
            } while (!signal.await(PERIOD_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return well;
    }

    private String print(StatusText text) {
        return switch (format) {
            case table -> text.table();
            case json -> text.json();
        };
    }
}
