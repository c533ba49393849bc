package io.elt.runner;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Executes a {@link JobBundle}. */
public final class Runner {
    private Runner() {}

    /**
     * The entry point in a cluster.
     *
     * @param arguments the path of one file that holds a bundle as JSON
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Runner BUNDLE.json");
        }
        run(JobBundle.fromJson(Files.readString(Path.of(arguments[0]))));
    }

    /**
     * Executes the statements in order. INSERTs are gathered and submitted last, as one job.
     *
     * @return the submitted job; it may still fail later, so poll it
     * @throws StatementException if a statement fails
     * @throws IllegalArgumentException if no statement is an INSERT
     */
    public static JobClient run(JobBundle bundle) {
        TableEnvironment tables = environment(bundle);
        StatementSet inserts = tables.createStatementSet();
        int lastInsert = -1;
        for (int i = 0; i < bundle.statements().size(); i++) {
            String statement = bundle.statements().get(i);
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

    private static TableEnvironment environment(JobBundle bundle) {
        Configuration configuration = Configuration.fromMap(bundle.settings());
        configuration.set(PipelineOptions.NAME, bundle.name());
        TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.newInstance()
                .withConfiguration(configuration)
                .build());
        // Connectors that read options from the table configuration (Paimon's paimon.<catalog>.<database>.<table>.*)
        // see only what is set there, not what the environment was created with.
        tables.getConfig().addConfiguration(configuration);
        return tables;
    }

    private static boolean isInsert(String statement) {
        return statement.regionMatches(true, 0, "INSERT", 0, "INSERT".length());
    }
}
