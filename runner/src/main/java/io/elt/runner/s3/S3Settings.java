package io.elt.runner.s3;

import org.apache.hadoop.conf.Configuration;
import org.apache.paimon.options.Options;
import org.apache.paimon.utils.HadoopUtils;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a store is reached and who asks.
 *
 * @param hadoop by the keys of Hadoop's client, {@code fs.s3a.endpoint}
 */
public record S3Settings(Map<String, String> hadoop) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String CLIENT = "fs.s3a.";

    /** As Flink and Paimon call them, {@code s3.endpoint}. */
    private static final List<String> PREFIXES = List.of("s3.", "s3a.", CLIENT);

    /** What Flink and Paimon write in other words than Hadoop. */
    private static final Map<String, String> ALIASES = Map.of(
            "access-key", "access.key",
            "secret-key", "secret.key",
            "session-token", "session.token",
            "path-style-access", "path.style.access",
            "region", "endpoint.region");

    private static final String PROVIDERS = CLIENT + "aws.credentials.provider";

    /** What differs from Hadoop's own defaults, where nobody says something else. */
    private static final Map<String, String> DEFAULTS = Map.of(
            // The keys if there are some, else what this machine has: environment, profile, a role.
            PROVIDERS,
            "org.apache.hadoop.fs.s3a.TemporaryAWSCredentialsProvider,"
                    + "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider,"
                    + "com.amazonaws.auth.DefaultAWSCredentialsProviderChain",
            // Each of the two multiplies the other: with Hadoop's numbers a wrong address takes a quarter of an hour.
            CLIENT + "attempts.maximum",
            "3",
            CLIENT + "retry.limit",
            "4",
            CLIENT + "connection.establish.timeout",
            "5000",
            // To look for the markers of all folders above, and delete them, at each file that is written.
            CLIENT + "directory.marker.retention",
            "keep");

    private static volatile S3Settings ofProcess = new S3Settings(Map.of());

    public S3Settings {
        hadoop = Map.copyOf(hadoop);
    }

    /**
     * @param options of Flink, of a catalog, or of Hadoop; what is about something else is left out, and what is empty says
     *     nothing, as where a template has no value
     */
    public static S3Settings of(Map<String, String> options) {
        Map<String, String> hadoop = new TreeMap<>();
        options.forEach((key, value) ->
                name(key).filter(name -> !value.isBlank()).ifPresent(name -> hadoop.put(CLIENT + name, value)));
        return new S3Settings(hadoop);
    }

    private static Optional<String> name(String key) {
        return PREFIXES.stream()
                .filter(key::startsWith)
                .map(prefix -> key.substring(prefix.length()))
                .map(name -> ALIASES.getOrDefault(name, name))
                .findFirst();
    }

    /** What a catalog says, and where it says nothing, what Flink was given in this process. */
    public static S3Settings ofCatalog(Map<String, String> options) {
        return of(options).over(ofProcess);
    }

    /** Makes these the settings of Flink in this process, which catalogs take over. */
    public void useInProcess() {
        ofProcess = this;
    }

    S3Settings overProcess() {
        return over(ofProcess);
    }

    boolean isEmpty() {
        return hadoop.isEmpty();
    }

    S3Settings over(S3Settings others) {
        Map<String, String> all = new TreeMap<>(others.hadoop);
        all.putAll(hadoop);
        return new S3Settings(all);
    }

    /** The same, but whoever asks gets an answer within seconds, be it an error. */
    public S3Settings impatient() {
        return new S3Settings(Map.of(
                        CLIENT + "attempts.maximum", "1",
                        CLIENT + "retry.limit", "1",
                        CLIENT + "retry.interval", "200ms",
                        CLIENT + "connection.establish.timeout", "5000",
                        CLIENT + "connection.timeout", "10000"))
                .over(this);
    }

    public Optional<String> endpoint() {
        return Optional.ofNullable(hadoop.get(CLIENT + "endpoint"));
    }

    /** With what the files in HADOOP_CONF_DIR say besides. */
    Configuration toHadoop() {
        Configuration configuration = HadoopUtils.getHadoopConfiguration(new Options());
        // Of the job, where the jars travel with it.
        configuration.setClassLoader(S3Settings.class.getClassLoader());
        DEFAULTS.forEach((key, value) -> {
            if (isUnsaid(configuration, key)) {
                configuration.set(key, value);
            }
        });
        hadoop.forEach(configuration::set);
        return configuration;
    }

    private static boolean isUnsaid(Configuration configuration, String key) {
        String[] sources = configuration.getPropertySources(key);
        return sources == null || Arrays.stream(sources).allMatch("core-default.xml"::equals);
    }

    /** Without values: some are secrets. */
    @Override
    public String toString() {
        return "S3Settings" + hadoop.keySet();
    }
}
