package io.elt.bench.start;

import io.elt.bench.figure.Figure;

/** What is started where. */
enum StartCase {
    SESSION_JOB(Place.SESSION, Jobs.ONE, Before.KNOWN, Figure.SESSION_JOB, Figure.SESSION_JOB_CPU),
    SESSION_BANK(Place.SESSION, Jobs.ALL, Before.KNOWN, Figure.SESSION_BANK, Figure.SESSION_BANK_CPU),
    SESSION_FIRST(Place.SESSION, Jobs.ALL, Before.NOTHING, Figure.SESSION_FIRST, Figure.SESSION_FIRST_CPU);

    private final Place place;
    private final Jobs jobs;
    private final Before before;
    private final Figure seconds;
    private final Figure cpu;

    enum Place {
        SESSION
    }

    enum Jobs {
        ONE,
        ALL
    }

    /** What elt has in its folder. */
    enum Before {
        /** What an earlier call has found out about the project. */
        KNOWN,
        NOTHING
    }

    StartCase(Place place, Jobs jobs, Before before, Figure seconds, Figure cpu) {
        this.place = place;
        this.jobs = jobs;
        this.before = before;
        this.seconds = seconds;
        this.cpu = cpu;
    }

    Place place() {
        return place;
    }

    Jobs jobs() {
        return jobs;
    }

    Before before() {
        return before;
    }

    Figure seconds() {
        return seconds;
    }

    Figure cpu() {
        return cpu;
    }
}
