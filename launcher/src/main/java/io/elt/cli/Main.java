package io.elt.cli;

import io.elt.cli.log.LoggedSecrets;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Starts the {@code elt} command. */
public final class Main {
    /** Known to conf/log4j2.properties. */
    private static final String LOG_FOLDER = "elt.log.folder";

    /** The commands that start parts of the embedded stack. */
    private static final Set<String> HEAVY = Set.of("demo", "run", "query", "test");

    private Main() {}

    public static void main(String[] arguments) {
        prepare(List.of(arguments));
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Elt elt = new Elt(System.getenv(), out, err);
        LoggedSecrets.hide(elt.redactor());
        int exitCode = elt.execute(arguments);
        out.flush();
        err.flush();
        // Libraries of the embedded stack leave threads behind that would keep the process alive.
        Runtime.getRuntime().halt(exitCode);
    }

    /** What has to be settled before the first logger and the first temporary file are made. */
    private static void prepare(List<String> arguments) {
        Path project = ProjectFolder.of(arguments, System.getenv());
        if (System.getProperty(LOG_FOLDER) == null) {
            System.setProperty(LOG_FOLDER, project.resolve(".elt/log").toString());
        }
        if (arguments.stream().anyMatch(HEAVY::contains)) {
            TemporaryFolder.choose(project);
        }
    }
}
