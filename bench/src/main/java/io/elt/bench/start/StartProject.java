package io.elt.bench.start;

import io.elt.bench.bank.RunFolder;
import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Planning;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Redactor;
import io.elt.local.EmbeddedStack;
import io.elt.local.Endpoints;
import io.elt.plan.FileAddress;
import io.elt.plan.Plan;
import io.elt.project.Overrides;
import io.elt.runner.JobBundle;
import io.elt.serving.StarRocks;
import io.elt.submit.Bundler;
import io.elt.submit.StateFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A copy of the bank's project with a target on a platform, and its jobs as what elt makes of them for that. */
final class StartProject {
    static final String TARGET = "platform";

    private final Path folder;
    private final Path lake;
    private final LoadedProject loaded;
    private final Plan plan;

    private StartProject(Path folder, Path lake, LoadedProject loaded) {
        this.folder = folder;
        this.lake = lake;
        this.loaded = loaded;
        this.plan = Planning.plan(loaded);
    }

    /**
     * @param folder made anew
     * @param project whose SQL and settings of Flink are used
     * @param platform where its target is
     */
    static StartProject make(Path folder, Path project, Platform platform, Endpoints endpoints) throws IOException {
        RunFolder.project(folder, project);
        Path lake = folder.resolve("lake");
        Path yaml = folder.resolve("elt.yaml");
        String local = Files.readString(yaml).stripTrailing();
        String flink = local.substring(local.lastIndexOf("    flink:\n"));
        String variables =
                """
                vars:
                  warehouse: "%s"
                  kafka: "%s"
                  starrocks_jdbc_url: "jdbc:mysql://%s"
                  starrocks_http_url: "%s"
                  starrocks_user: "%s"
                  starrocks_password: "%s"
                """
                        .formatted(
                                FileAddress.ofLake(lake),
                                endpoints.kafka(),
                                endpoints.starRocks(),
                                endpoints.starRocksHttp(),
                                EmbeddedStack.STARROCKS_USER,
                                EmbeddedStack.STARROCKS_PASSWORD);
        Files.writeString(
                yaml,
                local + "\n  " + TARGET + ":\n" + (platform.target() + variables).indent(4) + flink + "\n"
                        + platform.settings().entrySet().stream()
                                .map(setting -> "      " + setting.getKey() + ": " + setting.getValue() + "\n")
                                .collect(Collectors.joining()));
        ProjectLoading loading = new ProjectLoading(Map.of(), new Redactor());
        LoadedProject loaded =
                loading.load(loading.read(folder, Overrides.none().withTarget(TARGET), Ports.DEFAULT));
        return new StartProject(folder, lake, loaded);
    }

    Path folder() {
        return folder;
    }

    /** The tables of StarRocks, which no job creates. */
    void applyServing() {
        try (StarRocks starRocks = loaded.connectServing()) {
            starRocks.apply(loaded.serving());
        }
    }

    /** The lake and all that elt remembers are as if nothing had ever run; what it knows of the files may stay. */
    void forget(StartCase.Before before) throws IOException {
        RunFolder.delete(lake);
        if (before == StartCase.Before.NOTHING) {
            RunFolder.delete(folder.resolve(".elt"));
        }
    }

    /** In the order in which they can be started. */
    List<String> jobs() {
        return plan.jobs().stream().map(job -> job.name()).toList();
    }

    /**
     * Rendered and with all settings, as they would be written by hand.
     *
     * @param state where the jobs keep theirs
     */
    List<JobBundle> bundles(List<String> jobs, String state) {
        Bundler bundler = loaded.bundler();
        StateFolder states = new StateFolder(state);
        String start = UUID.randomUUID().toString().replace("-", "");
        return jobs.stream()
                .map(name -> plan.job(name).orElseThrow())
                .map(job -> bundler.bundle(plan, job, states.of(job.name()), Optional.empty()))
                .map(bundled -> StartedBundle.of(bundled, start))
                .toList();
    }
}
