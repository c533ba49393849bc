package io.elt.runner;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/** Executes a {@link JobBundle}. */
public final class Runner {
    /** The environment variable that names a file to be written if the bundle cannot be executed: the stack trace. */
    public static final String FAILURE_VARIABLE = "ELT_FAILURE_FILE";

    private Runner() {}

    /**
     * The entry point in a cluster. Secrets come from its environment: see {@link JobSecrets}.
     *
     * @param arguments the path of one file that holds a bundle as JSON, or its address in a file system that Flink knows
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Runner BUNDLE.json");
        }
        run(arguments[0], System.getenv());
    }

    static void run(String bundle, Map<String, String> environment) throws IOException {
        JobSecrets secrets = secrets(environment);
        try {
            run(JobBundle.fromJson(ClusterFile.read(bundle)), secrets);
        } catch (RuntimeException e) {
            // The cluster logs it, and shows it on its web page.
            RuntimeException told = RedactedException.of(e, secrets);
            leaveBehind(told, environment);
            throw told;
        }
    }

    /** Where the cluster ends with the job, nobody can ask it any more. */
    private static void leaveBehind(RuntimeException failure, Map<String, String> environment) {
        String place = environment.get(FAILURE_VARIABLE);
        if (place == null) {
            return;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            ClusterFile.write(place, trace.toString());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static JobSecrets secrets(Map<String, String> environment) throws IOException {
        String file = environment.get(JobSecrets.FILE_VARIABLE);
        JobSecrets ofFile = file == null ? JobSecrets.none() : JobSecrets.fromJson(ClusterFile.read(file));
        return ofFile.with(JobSecrets.fromVariables(environment));
    }

    /**
     * Executes the statements in order. INSERTs are gathered and submitted last, as one job.
     *
     * @param secrets what the bundle's placeholders stand for
     * @return the submitted job; it may still fail later, so poll it
     * @throws UnresolvedSecretException if a placeholder stands for nothing, before anything is executed
     * @throws StatementException if a statement fails; its causes may repeat secrets
     * @throws IllegalArgumentException if no statement is an INSERT
     */
    public static JobClient run(JobBundle bundle, JobSecrets secrets) {
        requireAll(bundle, secrets);
        String start = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        List<String> statements = bundle.statements().stream()
                .map(statement -> Placeholder.fillStart(statement, start))
                .map(statement -> Placeholder.fillStatement(statement, secrets))
                .toList();
        TableEnvironment tables = environment(bundle, secrets, start);
        StatementSet inserts = tables.createStatementSet();
        int lastInsert = -1;
        for (int i = 0; i < statements.size(); i++) {
            String statement = statements.get(i);
            try {
                if (isInsert(statement)) {
                    inserts.addInsertSql(statement);
                    lastInsert = i;
                } else {
                    tables.executeSql(statement);
                }
            } catch (RuntimeException e) {
                throw new StatementException(i, e);
            }
        }
        if (lastInsert < 0) {
            throw new IllegalArgumentException("job " + bundle.name() + " has no INSERT");
        }
        try {
            return inserts.execute().getJobClient().orElseThrow();
        } catch (RuntimeException e) {
            throw new StatementException(lastInsert, e);
        }
    }

    private static void requireAll(JobBundle bundle, JobSecrets secrets) {
        SortedSet<String> missing = bundle.secretNames();
        missing.removeAll(secrets.names());
        if (!missing.isEmpty()) {
            throw new UnresolvedSecretException(bundle.name(), missing);
        }
    }

    private static TableEnvironment environment(JobBundle bundle, JobSecrets secrets, String start) {
        Map<String, String> settings = new TreeMap<>(bundle.settings());
        settings.put(PipelineOptions.NAME.key(), bundle.name());
        Map<String, String> plain = new TreeMap<>(settings);
        plain.entrySet().removeIf(setting -> holdsSecret(setting) && !isOfConnectors(setting));
        settings.replaceAll((key, value) -> Placeholder.fillSetting(Placeholder.fillStart(value, start), secrets));
        plain.replaceAll((key, value) -> settings.get(key));
        TableEnvironment tables = StreamTableEnvironment.create(
                QuietEnvironment.of(Configuration.fromMap(settings), secrets),
                EnvironmentSettings.newInstance()
                        .withConfiguration(Configuration.fromMap(plain))
                        .build());
        // Connectors that read options from the table configuration see only what is set there, not what the
        // environment was created with. Paimon logs all of it, so it gets no more secrets than are meant for it.
        tables.getConfig().addConfiguration(Configuration.fromMap(plain));
        return tables;
    }

    private static boolean holdsSecret(Map.Entry<String, String> setting) {
        return !Placeholder.namesIn(setting.getValue()).isEmpty();
    }

    /** Paimon's {@code paimon.<catalog>.<database>.<table>.*}. */
    private static boolean isOfConnectors(Map.Entry<String, String> setting) {
        return setting.getKey().startsWith("paimon.");
    }

    private static boolean isInsert(String statement) {
        return statement.regionMatches(true, 0, "INSERT", 0, "INSERT".length());
    }
}
