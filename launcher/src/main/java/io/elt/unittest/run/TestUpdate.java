package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.unittest.TestFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes into the files of cases what came out of those that failed for it. */
public final class TestUpdate {
    private TestUpdate() {}

    /**
     * @param files how many were rewritten
     * @param refused expectations that were left as they are
     */
    public record Updated(int files, List<Diagnostic> refused) {}

    /**
     * @param root the project's folder
     * @param zone in which times are written
     */
    public static Updated update(Path root, List<CaseResult> results, ZoneId zone) {
        Map<TestFile, YamlEdits> files = new LinkedHashMap<>();
        List<Diagnostic> refused = new ArrayList<>();
        for (CaseResult result : results) {
            boolean differs = result.problems().stream()
                    .anyMatch(problem -> problem.code() == ErrorCode.TEST_ROWS_DIFFER
                            || problem.code() == ErrorCode.TEST_CHANGES_DIFFER);
            if (differs) {
                YamlEdits edits = files.computeIfAbsent(result.file(), file -> new YamlEdits(read(root, file.path())));
                refused.addAll(new ExpectationUpdate(result.typed().orElseThrow(), zone, edits)
                        .update(result.written().orElseThrow()));
            }
        }
        int written = 0;
        for (Map.Entry<TestFile, YamlEdits> file : files.entrySet()) {
            if (file.getValue().isChanged()) {
                write(root, file.getKey().path(), file.getValue().result());
                written++;
            }
        }
        return new Updated(written, refused);
    }

    /** As it is on disk, so that line ends stay what they are. */
    private static String read(Path root, String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static void write(Path root, String path, String text) {
        try {
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static RuntimeException notWritable(String path, IOException cause) {
        return Diagnostic.error(ErrorCode.NOT_WRITABLE, path + " cannot be rewritten: " + cause.getMessage())
                .toException(cause);
    }
}
