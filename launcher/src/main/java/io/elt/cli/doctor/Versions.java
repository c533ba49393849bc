package io.elt.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which libraries elt came with, told by the names of the jars on its class path. */
final class Versions {
    private static final Map<String, String> LIBRARIES = libraries();

    private Versions() {}

    private static Map<String, String> libraries() {
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("Flink", "flink-core");
        libraries.put("Flink's planner", "flink-table-planner_2.12");
        libraries.put("Paimon", "paimon-flink-1.20");
        libraries.put("Kafka", "kafka_2.12");
        libraries.put("Kafka's clients", "kafka-clients");
        libraries.put("connector kafka", "flink-connector-kafka");
        libraries.put("connector starrocks", "flink-connector-starrocks");
        libraries.put("DuckDB", "duckdb_jdbc");
        libraries.put("MySQL's driver", "mysql-connector-j");
        return libraries;
    }

    /**
     * @param elt what elt says about itself
     */
    static List<Finding> findings(String elt, List<String> jars) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("elt", elt + ", " + System.getProperty("elt.home", "not from a distribution")));
        List<String> versions = new ArrayList<>();
        LIBRARIES.forEach((name, jar) -> {
            TreeSet<String> found = versions(jar, jars);
            versions.add(name + " " + String.join(" and ", found));
            if (found.size() != 1) {
                findings.add(Finding.wrong(
                        name,
                        found.isEmpty() ? "its jar is missing" : "there are several versions: " + found,
                        "unpack elt's distribution again, into a new folder"));
            }
        });
        findings.add(Finding.ok("libraries", String.join(", ", versions)));
        return findings;
    }

    private static TreeSet<String> versions(String jar, List<String> jars) {
        Pattern name = Pattern.compile(Pattern.quote(jar) + "-(\\d[\\w.-]*)\\.jar");
        TreeSet<String> versions = new TreeSet<>();
        for (String each : jars) {
            Matcher matcher = name.matcher(each);
            if (matcher.matches()) {
                versions.add(matcher.group(1));
            }
        }
        return versions;
    }

    /** The names of the jars on the class path, also of those that the first of them names. */
    static List<String> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .flatMap(entry -> Stream.concat(Stream.of(entry), named(entry)))
                .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
    }

    private static Stream<String> named(String entry) {
        Path file = Path.of(entry);
        if (!file.getFileName().toString().startsWith("elt-") || !file.toFile().isFile()) {
            return Stream.empty();
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            return classPath == null
                    ? Stream.empty()
                    : Stream.of(classPath.split(" "))
                            .filter(name -> file.resolveSibling(name).toFile().isFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
