package io.elt.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart as it is in this checkout. */
final class Chart {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

    static final Path FOLDER = CHECKOUT.resolve("helm/elt");

    /** A release of this name in this namespace, so that the golden files show where each comes out. */
    static final String RELEASE = "bank";

    static final String NAMESPACE = "warehouse";

    /** The oldest Kubernetes that the chart takes; Helm's engine by itself thinks of an older one. */
    private static final String OLDEST = "1.25.0";

    private static final String HOOK = "helm.sh/hook";

    private static final String SHOWN_HOOK = "helm.sh/shown-hook";

    private static final Helm HELM = new Helm(FOLDER);

    private Chart() {}

    /**
     * All manifests. The library keeps hooks to itself, so they are rendered as if they were none.
     *
     * @param scratch an empty folder
     * @throws IllegalStateException if the values are refused or a template fails; its message is Helm's
     */
    static String render(Path values, Path scratch) {
        return new Helm(withoutHooks(scratch.resolve("elt")))
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(OLDEST)
                .withValuesFile(values)
                .call()
                .replace(SHOWN_HOOK, HOOK);
    }

    private static Path withoutHooks(Path copy) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace(HOOK, SHOWN_HOOK));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Helm tells the one who installs it. */
    static String notes(Path values) {
        String output = HELM.install()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(OLDEST)
                .withValuesFile(values)
                .clientOnly()
                .dryRun()
                .debug()
                .call()
                .getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }

    static LintResult lint() {
        return HELM.lint().strict().call();
    }

    /** The templates, by their names, without what is only included. */
    static List<String> templates() {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> FOLDER.resolve("templates").relativize(file).toString())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
