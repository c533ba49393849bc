package io.elt.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bank's {@code sql/dws_deposit.sql} while people work on it. All that is changed here leaves the job's state as it is. */
record DepositFile(Path file) {
    static final String JOB = "dws_deposit";

    /** How many branches show what {@link #makeWrong} makes of them: no branch of the test has so many transactions. */
    static final String WRONG_BRANCHES = "SELECT COUNT(*) FROM ads.branch WHERE transactions >= 1000000";

    private static final String RIGHT = "    SUM(transactions),\n";
    private static final String WRONG = "    SUM(transactions) + 1000000,\n";
    private static final String ANOTHER = "    SUM(transactions) + 0,\n";

    static DepositFile in(ProjectCopy project) {
        return new DepositFile(project.folder().resolve("sql").resolve(JOB + ".sql"));
    }

    void comment() {
        write("-- a comment changes nothing\n" + text());
    }

    /** Other statements with the same result. */
    void change() {
        write(text().replace(RIGHT, ANOTHER));
    }

    void makeWrong() {
        write(text().replace(RIGHT, WRONG).replace(ANOTHER, WRONG));
    }

    void makeRight() {
        write(text().replace(WRONG, RIGHT));
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
