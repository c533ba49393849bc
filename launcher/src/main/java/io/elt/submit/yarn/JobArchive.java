package io.elt.submit.yarn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.history.FsJobArchivist;
import org.apache.flink.runtime.webmonitor.history.ArchivedJson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a JobManager leaves behind of a job that has ended: the answers that its REST API would give. YARN itself knows of a
 * failed job no more than that it failed, and the JobManager is gone at once.
 */
final class JobArchive {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 20;

    private final Path archive;
    private final Path refused;

    /**
     * @param archive the folder of Flink's own archives, as Flink knows it
     * @param refused the folder where the runner says what it could not execute
     */
    JobArchive(String archive, String refused) {
        this.archive = new Path(archive);
        this.refused = new Path(refused);
    }

    /** The stack trace of what made the job fail; empty if it did not, or if nothing is known of it. */
    Optional<String> failure(String jobId) {
        return refusal(jobId).or(() -> archived(jobId));
    }

    private Optional<String> refusal(String jobId) {
        Path file = new Path(refused, jobId);
        try (FSDataInputStream bytes = file.getFileSystem().open(file)) {
            return Optional.of(new String(bytes.readAllBytes(), UTF_8));
        } catch (IOException e) {
            // Most jobs are not refused.
            return Optional.empty();
        }
    }

    private Optional<String> archived(String jobId) {
        try {
            for (ArchivedJson answer : FsJobArchivist.getArchivedJsons(new Path(archive, jobId))) {
                if (answer.getPath().equals("/jobs/" + jobId + "/exceptions")) {
                    JsonNode error = JSON.readTree(answer.getJson()).path("root-exception");
                    return Optional.of(error.asText("")).filter(text -> !text.isBlank() && !error.isNull());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // An application that was killed leaves nothing behind.
            return Optional.empty();
        }
    }

    /** Deletes what is older than the last few runs. */
    void tidy() throws IOException {
        tidy(archive);
        tidy(refused);
    }

    private static void tidy(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        try {
            FileStatus[] runs = files.listStatus(folder);
            if (runs == null || runs.length <= KEPT) {
                return;
            }
            Arrays.sort(runs, Comparator.comparing(FileStatus::getModificationTime));
            for (FileStatus run : Arrays.copyOf(runs, runs.length - KEPT)) {
                files.delete(run.getPath(), false);
            }
        } catch (FileNotFoundException e) {
            return;
        }
    }
}
