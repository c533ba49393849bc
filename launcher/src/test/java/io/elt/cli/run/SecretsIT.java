package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets in every place where a user may put them, and all that elt tells and leaves behind searched for them. */
class SecretsIT {
    @TempDir
    private Path folder;

    private final PlantedSecrets secrets = new PlantedSecrets();
    private final Map<String, String> environment = new TreeMap<>();
    private ProjectCopy project;

    @BeforeEach
    void plant() {
        List.of("KAFKA_PW", "RACK_TOKEN", "LAKE_TOKEN", "S3_KEY", "URL_TOKEN", "SET_TOKEN", "HINT_TOKEN", "MACRO_TOKEN")
                .forEach(name -> environment.put(name, secrets.plant(name)));
        environment.put("SALT_SECRET", secrets.plantPlain("SALT_SECRET"));
        environment.put("ELT_VAR", "api_token=" + secrets.plant("VAR"));
        project = new ProjectCopy(folder)
                .write(
                        "elt.yaml",
                        """
                        name: planted
                        vars:
                          salt: "{{ env_var('SALT_SECRET') }}"
                          api_token: given by --var
                        sources:
                          letters:
                            connector: kafka
                            topic: letters
                            properties.bootstrap.servers: "{{ var('kafka') }}"
                            properties.group.id: planted
                            properties.sasl.jaas.config: >-
                              org.apache.kafka.common.security.plain.PlainLoginModule required username="u"
                              password="{{ env_var('KAFKA_PW') }}";
                            properties.client.rack: "{{ env_var('RACK_TOKEN') }}"
                            properties.x.api: "Basic {{ ('u:' ~ var('api_token')) | b64encode }}"
                            scan.startup.mode: earliest-offset
                            format: json
                        targets:
                          default: local
                          local:
                            run-on: embedded
                            flink:
                              execution.checkpointing.interval: 500 ms
                              s3.secret-key: "{{ env_var('S3_KEY') }}"
                              some.url: "https://u:{{ env_var('URL_TOKEN') }}@host"
                          k8s:
                            run-on: kubernetes
                            state: s3://lake/state
                            vars: {warehouse: "s3://lake/warehouse", kafka: "kafka:9092"}
                            kubernetes: {image: "registry.example.com/elt:0.1.0"}
                        """)
                .write(
                        "macros/planted.sql",
                        """
                        {% macro rack() %}'properties.x.rack' = {{ env_var('MACRO_TOKEN') | sql }}{% endmacro %}
                        """)
                .write(
                        "catalogs/lake.sql",
                        """
                        CREATE CATALOG lake WITH (
                          'type' = 'paimon',
                          'warehouse' = '{{ var('warehouse') }}',
                          'fs.s3a.x' = {{ env_var('LAKE_TOKEN') | sql }}
                        );
                        """)
                .write("sql/ods_letter.sql", letters("SHA256(letter || '{{ var('salt') }}')"))
                .write(
                        "tests/ods_letter.yaml",
                        """
                        - name: a letter is hashed
                          file: ods_letter
                          given: {letters: [{letter: a}]}
                          expect: {lake.ods.letter: [{letter: b}]}
                        """);
    }

    private static String letters(String hashed) {
        return """
                SET 'x.set' = {{ env_var('SET_TOKEN') | sql }};

                CREATE DATABASE IF NOT EXISTS lake.ods;

                CREATE TABLE IF NOT EXISTS lake.ods.letter (letter STRING, hashed STRING);

                CREATE TEMPORARY TABLE letters (letter STRING) WITH (
                  {{ source('letters') }},
                  {{ rack() }}
                );

                INSERT INTO lake.ods.letter
                SELECT letter, HASHED
                FROM letters /*+ OPTIONS('properties.x.hint' = {{ env_var('HINT_TOKEN') | sql }}) */;
                """
                .replace("HASHED", hashed);
    }

    private void nothingIsTold(String what, String text) {
        assertThat(secrets.in(text)).as(what + ":\n" + text).isEmpty();
    }

    private void nothingIsLeft() throws IOException {
        assertThat(secrets.below(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --debug",
                "check --report json",
                "render ods_letter",
                "plan --verbose",
                "plan --output json",
                "lineage --output json",
                "ls --output json",
                "doctor --output json",
                "run --target k8s --dry-run"
            })
    void whatIsShownOfAProjectHasNoSecrets(String command) throws IOException {
        Outcome outcome = project.elt(environment, command.split(" "));

        nothingIsTold("standard output", outcome.out());
        nothingIsTold("standard error", outcome.err());
        nothingIsLeft();
    }

    @Test
    void aTestThatFailsHasNoSecretsToTell() throws IOException {
        Outcome outcome = project.elt(environment, "test", "--debug");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out()).contains("a letter is hashed");
        nothingIsTold("standard output", outcome.out());
        nothingIsTold("standard error", outcome.err());
        nothingIsLeft();
    }

    /** Flink's message about a wrong option lists all others with their values. */
    @Test
    void aMessageThatListsAllOptionsIsToldWithoutTheirSecrets() throws IOException {
        project.write(
                "sql/ods_letter.sql",
                letters("letter").replace("{{ rack() }}", "{{ rack() }},\n  'json.fail-on-missing-field' = 'perhaps'"));

        Outcome outcome = project.elt(environment, "check", "--debug");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("json.fail-on-missing-field", "******");
        nothingIsTold("standard error", outcome.err());
        nothingIsLeft();
    }

    @Test
    void whatRunsHasNoSecretsToShow() throws Exception {
        try (EltProcess elt = EltProcess.start(project, environment, "run", "--debug")) {
            elt.await(() -> assertThat(elt.log()).containsPattern("(?m)^ods_letter +running"));

            Map<String, String> answers = FlinkAnswers.of(elt.flink());
            String description = "SHA256(||(letter, '******'))";
            assertThat(answers.values()).anyMatch(answer -> answer.contains(description));
            answers.forEach(this::nothingIsTold);
            nothingIsTold("arguments", arguments(elt.pid()));
            for (String command : List.of("status --output json", "status --debug")) {
                Outcome outcome = project.elt(environment, command.split(" "));
                assertThat(outcome.out()).as(outcome.err()).contains("ods_letter");
                nothingIsTold(command, outcome.out() + outcome.err());
            }
            nothingIsLeft();

            assertThat(elt.interrupt()).as(elt.log()).isZero();
        }
        assertThat(folder.resolve(".elt/log/elt.log")).isNotEmptyFile();
        assertThat(folder.resolve(".elt/state")).isDirectoryRecursivelyContaining("glob:**/_metadata");
        nothingIsLeft();
    }

    /** As a cluster logs, which knows nothing of our secrets. */
    @Test
    void whatLibrariesLogHasNoSecrets() throws Exception {
        Path log = folder.resolve("cluster.log");
        Path logging = Files.writeString(
                folder.resolve("log4j2.properties"),
                """
                appender.file.type = File
                appender.file.name = file
                appender.file.fileName = %s
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = %%c - %%m%%n%%xEx
                rootLogger.level = info
                rootLogger.appenderRef.file.ref = file
                """
                        .formatted(log));
        try (EltProcess elt = EltProcess.start(project, environment, logging, "run")) {
            elt.await(() -> assertThat(elt.log()).containsPattern("(?m)^ods_letter +running"));
            assertThat(elt.interrupt()).as(elt.log()).isZero();
        }

        // Kafka prints its own options, but for those that it knows as passwords.
        assertThat(Files.readAllLines(log))
                .isNotEmpty()
                .filteredOn(line -> !secrets.in(line).isEmpty())
                .allMatch(line -> line.strip().startsWith("client.rack = "));
    }

    /** A number it is not, and Java repeats the text. */
    @Test
    void aJobThatFailsIsToldAndLoggedWithoutSecrets() throws Exception {
        String hashed = "CAST(CAST(letter || '{{ var('salt') }}' AS INT) AS STRING)";
        project.write(
                "sql/ods_letter.sql",
                letters(hashed)
                        .replace(
                                "{{ source('letters') }},\n  {{ rack() }}",
                                "'connector' = 'datagen', 'number-of-rows' = '1', 'fields.letter.length' = '3'")
                        .replaceAll("/\\*.*\\*/", ""));

        try (EltProcess elt = EltProcess.start(project, environment, "run", "--once", "--debug")) {
            assertThat(elt.exitCode()).as(elt.log()).isEqualTo(1);

            assertThat(elt.log()).contains("NumberFormatException", "******");
        }
        assertThat(Files.readString(folder.resolve(".elt/log/elt.log"))).contains("NumberFormatException", "******");
        nothingIsLeft();
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldWithoutItsPassword() throws Exception {
        project.write(
                "sql/ods_letter.sql",
                """
                SET 'restart-strategy.type' = 'none';

                CREATE DATABASE IF NOT EXISTS lake.ods;

                CREATE TABLE IF NOT EXISTS lake.ods.letter (letter STRING, PRIMARY KEY (letter) NOT ENFORCED);

                CREATE TEMPORARY TABLE letters (letter STRING, PRIMARY KEY (letter) NOT ENFORCED) WITH (
                  'connector' = 'mysql-cdc',
                  'hostname' = '127.0.0.1',
                  'port' = '1',
                  'username' = 'reader',
                  'password' = {{ env_var('KAFKA_PW') | sql }},
                  'database-name' = 'core',
                  'table-name' = 'letter',
                  'connect.max-retries' = '1'
                );

                INSERT INTO lake.ods.letter SELECT letter FROM letters;
                """);

        try (EltProcess elt = EltProcess.start(project, environment, "run", "--debug")) {
            assertThat(elt.exitCode()).as(elt.log()).isEqualTo(1);
            assertThat(elt.log()).containsIgnoringCase("connect");
        }
        nothingIsLeft();
    }

    private static String arguments(long process) throws IOException {
        StringBuilder arguments = new StringBuilder(Files.readString(commandLine(process)));
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(process).orElseThrow().descendants()) {
            for (ProcessHandle child : children.toList()) {
                arguments.append('\n').append(Files.readString(commandLine(child.pid())));
            }
        }
        return arguments.toString();
    }

    private static Path commandLine(long process) {
        return Path.of("/proc", String.valueOf(process), "cmdline");
    }
}
