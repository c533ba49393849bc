package io.elt.plan.cache;

import io.elt.plan.ScriptFile;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.List;
import java.util.Set;

/** Whether all that planning a file depends on can be read in texts, and whether what comes of it can be stored. */
final class JobText {
    /** Connectors that look at nothing but their options while a job is planned. */
    private static final Set<String> OFFLINE_CONNECTORS =
            Set.of("kafka", "upsert-kafka", "datagen", "print", "blackhole", "jdbc", "mysql-cdc", "postgres-cdc");

    private JobText() {}

    static boolean isPlain(ScriptFile script) {
        return script.statements().stream().allMatch(JobText::isPlain);
    }

    private static boolean isPlain(Statement statement) {
        return isOffline(statement) && secretsAreOptions(statement);
    }

    private static boolean isOffline(Statement statement) {
        return switch (statement.kind()) {
            case CREATE_TEMPORARY_TABLE ->
                StatementText.of(statement)
                        .options()
                        .filter(options -> OFFLINE_CONNECTORS.contains(options.getOrDefault("connector", "")))
                        .isPresent();
            case CREATE_TEMPORARY_FUNCTION, CREATE_TEMPORARY_SYSTEM_FUNCTION ->
                StatementText.of(statement).isFunctionOfClassPath();
            default -> true;
        };
    }

    /**
     * A secret in an option goes through planning as it is, and can be taken out again. From a query the planner may compute
     * something that no longer looks like it.
     */
    private static boolean secretsAreOptions(Statement statement) {
        List<Statement.SecretPart> secrets = statement.secrets();
        if (secrets.isEmpty()) {
            return true;
        }
        int options = StatementText.of(statement).startOfOptions();
        return statement.kind() == StatementKind.CREATE_TEMPORARY_TABLE
                && secrets.stream().allMatch(secret -> secret.start() > options);
    }
}
