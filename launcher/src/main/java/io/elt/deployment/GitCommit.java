package io.elt.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * @param id all forty digits
 * @param dirty whether the project's folder held something else than the commit
 */
public record GitCommit(String id, boolean dirty) {
    private static final long WAIT_SECONDS = 5;

    /** The commit that is checked out in a folder; empty without one, without git, and when git does not answer. */
    public static Optional<GitCommit> of(Path folder) {
        return git(folder, "rev-parse", "HEAD").flatMap(id -> git(folder, "status", "--porcelain", "--", ".")
                .map(changes -> new GitCommit(id.strip(), !changes.isBlank())));
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!git.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            return git.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The first digits, and a word if that is not all. */
    public String text() {
        return id.substring(0, Math.min(8, id.length())) + (dirty ? " and changes" : "");
    }
}
