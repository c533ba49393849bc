package io.elt.submit.session;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The jars of this process that a job needs beside what every Flink brings. */
final class JobJars {
    private static final String LAUNCHER = "elt-launcher.jar";

    /** By the start of their names: connectors, formats, functions, and what they stand on. */
    private static final List<String> NEEDED = List.of(
            "aws-java-sdk-",
            "commons-codec",
            "commons-logging",
            "elt-udf",
            "elt-runner",
            "flink-connector-base",
            "flink-connector-kafka",
            "flink-connector-starrocks",
            "flink-sql-connector-",
            "hadoop-aws-",
            "hadoop-client-",
            "httpclient-",
            "httpcore-",
            "ion-java",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-cbor",
            "jmespath-java",
            "joda-time",
            "kafka-clients",
            "lz4-java",
            "mysql-connector-j",
            "paimon-",
            "snappy-java",
            "zstd-jni");

    private JobJars() {}

    /** The setting with which they travel with a job. */
    static Map<String, String> settings() {
        List<String> jars = classPath()
                .map(Path::of)
                .filter(JobJars::isNeeded)
                .map(path -> path.toUri().toString())
                .toList();
        return new Configuration().set(PipelineOptions.JARS, jars).toMap();
    }

    static boolean isNeeded(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".jar") && NEEDED.stream().anyMatch(name::startsWith);
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .flatMap(JobJars::besides);
    }

    /** The distribution is started with one jar, whose manifest names all those in its folder. */
    private static Stream<String> besides(String entry) {
        File[] folder = entry.endsWith(LAUNCHER)
                ? new File(entry).getAbsoluteFile().getParentFile().listFiles()
                : null;
        return folder == null ? Stream.of(entry) : Arrays.stream(folder).map(File::getPath);
    }
}
