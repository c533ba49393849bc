package io.elt.golden;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The projects of the cases, copied before anything is done with them, for a command may write into its project.
 *
 * <p>Those that several cases share are folders of {@code golden/projects}; {@code bank} is the repository's own project.
 */
public final class GoldenProjects {
    private static final Path SHARED = GoldenCase.ROOT.resolve("projects");
    private static final String BANK = "bank";
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> BANK_PARTS = List.of("elt.yaml", "sql", "catalogs", "macros", "tests");

    private GoldenProjects() {}

    /**
     * @return the copy; empty if the case has no project
     */
    public static Optional<Path> copy(GoldenCase golden, Path to) {
        if (golden.sharedProject().equals(BANK)) {
            BANK_PARTS.stream()
                    .filter(part -> Files.exists(CHECKOUT.resolve(part)))
                    .forEach(part -> GoldenFiles.copy(CHECKOUT.resolve(part), to.resolve(part)));
            return Optional.of(to);
        }
        Path from = golden.sharedProject().isEmpty() ? golden.project() : SHARED.resolve(golden.sharedProject());
        if (!Files.exists(from)) {
            assertThat(golden.sharedProject())
                    .as("no such folder in %s", SHARED)
                    .isEmpty();
            return Optional.empty();
        }
        GoldenFiles.copy(from, to);
        return Optional.of(to);
    }

    /** The shared projects that no case of these stages names. */
    public static Set<String> unused(String... stages) {
        Set<String> used = Stream.of(stages)
                .flatMap(stage -> GoldenFiles.list(GoldenCase.ROOT.resolve(stage)).stream())
                .map(folder -> new GoldenCase(folder).sharedProject())
                .collect(Collectors.toSet());
        return names().stream().filter(name -> !used.contains(name)).collect(Collectors.toSet());
    }

    private static Set<String> names() {
        return GoldenFiles.list(SHARED).stream()
                .map(folder -> folder.getFileName().toString())
                .collect(Collectors.toSet());
    }
}
