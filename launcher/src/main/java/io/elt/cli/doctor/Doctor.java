package io.elt.cli.doctor;

import io.elt.cli.run.EltFolder;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.local.EmbeddedStack;
import io.elt.local.Endpoints;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.RunOn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code elt doctor}: everything that can be looked at without running anything. */
public final class Doctor {
    private final ProjectLoading loading;
    private final String version;

    /**
     * @param version what elt says about itself
     */
    public Doctor(ProjectLoading loading, String version) {
        this.loading = loading;
        this.version = version;
    }

    /** Without secrets, whatever others say in their messages. */
    public List<Finding> examine(Path folder, Overrides overrides, Ports ports) {
        List<Finding> findings = new ArrayList<>(Machine.findings());
        findings.addAll(Versions.findings(version, Versions.jars()));
        findings.addAll(new Folders(folder).findings());
        if (!Files.exists(folder.resolve(Project.FILE))) {
            findings.addAll(ListeningPorts.findings(ports, Optional.empty()));
            findings.add(Finding.warning(
                    "project",
                    "there is none in " + folder.toAbsolutePath().normalize(),
                    "go to its folder, or make one: elt init my_warehouse"));
            return findings;
        }
        Targets targets = new Targets(loading, folder, overrides, ports);
        Targets.Read read = targets.read();
        boolean embedded = read.project()
                .map(project -> project.target().runOn() == RunOn.EMBEDDED)
                .orElse(true);
        if (embedded) {
            findings.addAll(ListeningPorts.findings(ports, running(folder)));
        }
        findings.add(read.finding());
        read.project().ifPresent(project -> findings.addAll(targets.findings(project)));
        return findings.stream().map(this::redacted).toList();
    }

    private Finding redacted(Finding finding) {
        return new Finding(
                loading.redactor().redact(finding.subject()),
                finding.verdict(),
                loading.redactor().redact(finding.found()),
                loading.redactor().redact(finding.advice()));
    }

    private static Optional<Endpoints> running(Path folder) {
        try {
            return EmbeddedStack.running(EltFolder.of(folder).path());
        } catch (IOException e) {
            // The folder has a finding of its own.
            return Optional.empty();
        }
    }
}
