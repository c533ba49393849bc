package io.elt.submit.yarn;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one application gets besides the jars, in a folder that only its owner can read and that is gone when the application
 * has it. Flink puts it into a folder of the owner alone on HDFS, and YARN gives it to the containers with the same right.
 */
final class StagedFiles implements AutoCloseable {
    /** Where the containers find them. */
    static final String BUNDLE = "job/bundle.json";

    static final String HADOOP = "hadoop";

    private static final String JOB = "job";
    private static final String SECRETS = "secrets.json";
    private static final String LOGGING = "log4j.properties";

    private final Path folder;
    private final boolean hasSecrets;

    private StagedFiles(Path folder, boolean hasSecrets) {
        this.folder = folder;
        this.hasSecrets = hasSecrets;
    }

    static StagedFiles write(JobBundle bundle, JobSecrets secrets, HadoopFolder hadoop) {
        JobSecrets needed = secrets.only(bundle.secretNames());
        try {
            StagedFiles staged = new StagedFiles(Files.createTempDirectory("elt-yarn"), !needed.isEmpty());
            Files.createDirectory(staged.folder.resolve(JOB));
            Files.createDirectory(staged.folder.resolve(HADOOP));
            staged.writePrivate("bundle.json", bundle.toJson());
            if (staged.hasSecrets) {
                staged.writePrivate(SECRETS, needed.toJson());
            }
            try (InputStream logging = StagedFiles.class.getResourceAsStream(LOGGING)) {
                Files.copy(logging, staged.logging());
            }
            for (Path file : hadoop.files()) {
                Files.copy(file, staged.folder.resolve(HADOOP).resolve(file.getFileName()));
            }
            return staged;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write what the application needs to the temporary folder", e);
        }
    }

    List<Path> folders() {
        return List.of(folder.resolve(JOB), folder.resolve(HADOOP));
    }

    Path logging() {
        return folder.resolve(LOGGING);
    }

    /** What the JobManager needs in its environment. */
    Map<String, String> variables() {
        return hasSecrets ? Map.of(JobSecrets.FILE_VARIABLE, JOB + "/" + SECRETS) : Map.of();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private void writePrivate(String name, String text) throws IOException {
        Path file = folder.resolve(JOB).resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
