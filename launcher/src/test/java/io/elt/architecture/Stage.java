package io.elt.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * A package of the launcher and the packages of ours that it may import: the table of ARCHITECTURE.md as data.
 *
 * @param packages in ArchUnit's notation; only a stage whose parts know each other ends with {@code ..}
 * @param mayImport further packages of ours, besides those of the stage itself
 */
record Stage(String packages, List<String> mayImport) {
    private static final String RUNNER = "io.elt.runner..";
    private static final List<String> CLUSTER =
            List.of("io.elt.diagnostic..", "io.elt.project..", "io.elt.plan..", "io.elt.submit", RUNNER);

    static final List<Stage> ALL = List.of(
            stage("io.elt.diagnostic..", "io.elt.runner.secret.."),
            stage("io.elt.selector..", "io.elt.diagnostic.."),
            stage("io.elt.project..", "io.elt.diagnostic.."),
            stage("io.elt.render..", "io.elt.diagnostic..", "io.elt.project.."),
            stage("io.elt.script..", "io.elt.diagnostic..", "io.elt.render.."),
            stage("io.elt.plan..", "io.elt.diagnostic..", "io.elt.project..", "io.elt.script..", RUNNER),
            stage(
                    "io.elt.submit",
                    "io.elt.diagnostic..",
                    "io.elt.project..",
                    "io.elt.script..",
                    "io.elt.plan..",
                    RUNNER),
            new Stage("io.elt.submit.local..", CLUSTER),
            new Stage("io.elt.submit.session..", CLUSTER),
            new Stage("io.elt.submit.yarn..", CLUSTER),
            new Stage("io.elt.submit.kubernetes..", CLUSTER),
            stage("io.elt.storage..", "io.elt.diagnostic..", RUNNER),
            stage("io.elt.lake..", "io.elt.plan..", "io.elt.storage.."),
            stage(
                    "io.elt.deployment..",
                    "io.elt.diagnostic..",
                    "io.elt.project..",
                    "io.elt.script..",
                    "io.elt.plan..",
                    "io.elt.lake..",
                    "io.elt.submit"),
            stage(
                    "io.elt.backfill..",
                    "io.elt.diagnostic..",
                    "io.elt.project..",
                    "io.elt.script..",
                    "io.elt.plan..",
                    "io.elt.lake..",
                    RUNNER),
            stage("io.elt.status..", "io.elt.diagnostic..", "io.elt.plan..", "io.elt.submit..", "io.elt.lake.."),
            stage("io.elt.serving..", "io.elt.diagnostic..", "io.elt.project..", "io.elt.render..", "io.elt.script.."),
            stage("io.elt.unittest..", "io.elt.diagnostic..", "io.elt.project..", "io.elt.script..", "io.elt.plan.."),
            stage(
                    "io.elt.rules..",
                    "io.elt.diagnostic..",
                    "io.elt.project..",
                    "io.elt.render..",
                    "io.elt.script..",
                    "io.elt.plan..",
                    "io.elt.serving.."),
            stage("io.elt.lineage..", "io.elt.diagnostic..", "io.elt.script..", "io.elt.plan..", "io.elt.serving.."),
            stage("io.elt.cli..", "io.elt.."));

    /** The stages that answer in milliseconds, for they load no Flink class. */
    static final List<String> WITHOUT_FLINK = List.of(
            "io.elt.diagnostic..", "io.elt.selector..", "io.elt.project..", "io.elt.render..", "io.elt.script..");

    /** The modules that are jars of their own; none knows another module. */
    static final List<Stage> MODULES = List.of(
            stage("io.elt.udf.."),
            stage(RUNNER),
            stage("io.elt.local.."),
            stage("io.elt.hadoop.."),
            stage("io.elt.session.."));

    private static Stage stage(String packages, String... mayImport) {
        return new Stage(packages, List.of(mayImport));
    }

    String[] known() {
        List<String> known = new ArrayList<>(mayImport);
        known.add(packages);
        return known.toArray(String[]::new);
    }
}
