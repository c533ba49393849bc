package io.elt.unittest.flink;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.ScriptFile;
import io.elt.project.Value;
import io.elt.unittest.Schedule;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestedProject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Plans each file once for each set of variables, whichever thread needs it first. */
final class JobPlans {
    private final TestedProject project;
    private final Map<String, CompletableFuture<TestedProject.Rendered>> rendered = new ConcurrentHashMap<>();
    private final Map<Key, CompletableFuture<PlannedJob>> planned = new ConcurrentHashMap<>();

    JobPlans(TestedProject project) {
        this.project = project;
    }

    private record Key(String file, String variables, Optional<Instant> now, Schedule.Mode mode) {}

    /**
     * The jobs of a case's files, each behind those that it reads from.
     *
     * @throws io.elt.diagnostic.EltException if a file does not exist or cannot be planned
     */
    List<PlannedJob> of(TestCase test, Schedule.Mode mode) {
        String variables = text(test.variables());
        TestedProject.Rendered files = once(rendered, variables, () -> project.rendered(test.variables()));
        return JobChain.ordered(test.files().stream()
                .map(name -> file(name, files))
                .map(file -> once(planned, new Key(file.path(), variables, test.now(), mode), () -> new JobPlanner(
                                files, test.now(), mode)
                        .plan(file)))
                .toList());
    }

    private static ScriptFile file(Value.Scalar name, TestedProject.Rendered files) {
        return files.input().scripts().stream()
                .filter(script -> isNamed(script, name.text()))
                .findFirst()
                .orElseThrow(() -> Diagnostic.error(
                                ErrorCode.TEST_FILE_UNKNOWN, "there is no file '" + name.text() + "' below sql/")
                        .at(name.span())
                        .suggesting(
                                name.text(),
                                files.input().scripts().stream()
                                        .map(script -> name(script.path()))
                                        .toList())
                        .toException());
    }

    private static boolean isNamed(ScriptFile script, String name) {
        return script.path().equals(name) || name(script.path()).equals(name);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    }

    private static <K, T> T once(Map<K, CompletableFuture<T>> done, K key, Supplier<T> work) {
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> first = done.putIfAbsent(key, own);
        if (first == null) {
            try {
                own.complete(work.get());
            } catch (RuntimeException | Error e) {
                own.completeExceptionally(e);
            }
        }
        try {
            return (first == null ? own : first).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Equal for equal values, wherever they stand. */
    private static String text(Map<String, Value> variables) {
        StringBuilder text = new StringBuilder();
        variables.forEach((name, value) ->
                text.append(name).append('=').append(text(value)).append('\n'));
        return text.toString();
    }

    private static String text(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return scalar.kind() + ":" + scalar.text().length() + ":" + scalar.text();
        }
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().map(JobPlans::text).toList().toString();
        }
        return text(((Value.Mapping) value).toMap());
    }
}
