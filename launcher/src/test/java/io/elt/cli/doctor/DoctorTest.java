package io.elt.cli.doctor;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.cli.Called;
import io.elt.submit.kubernetes.ApiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTest {
    private static final Map<String, String> FREE_PORTS = Map.of(
            "ELT_PORT_KAFKA", "0", "ELT_PORT_STARROCKS", "0", "ELT_PORT_STARROCKS_HTTP", "0", "ELT_PORT_FLINK", "0");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"17, ok", "21, ok", "23, ok", "24, warning"})
    void aJavaThatIsTooNewIsGoodEnoughForALaptop(int feature, Verdict verdict) {
        assertThat(Machine.java(feature).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"1900000000, wrong, 1.9 GB", "3000000000, warning, 3.0 GB", "16000000000, ok, 16.0 GB"})
    void littleMemoryIsTold(long bytes, Verdict verdict, String size) {
        assertThat(Machine.memory(bytes).verdict()).isEqualTo(verdict);
        assertThat(Machine.memory(bytes).found()).contains(size);
    }

    @ParameterizedTest
    @CsvSource({"1000000, wrong", "900000000, warning", "90000000000, ok"})
    void littleRoomIsTold(long bytes, Verdict verdict) {
        assertThat(Folders.room("disk", folder, bytes).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8, ok", "ANSI_X3.4-1968, UTF-8, wrong", "UTF-8, ISO-8859-1, wrong"})
    void textThatIsNotUtf8IsWrong(String names, String content, Verdict verdict) {
        assertThat(Machine.text(names, Charset.forName(content)).verdict()).isEqualTo(verdict);
    }

    @Test
    void knowsTheVersionsOfItsLibraries() {
        List<Finding> findings = Versions.findings("elt 1.2.3", Versions.jars());

        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.ok);
        assertThat(findings.get(0).found()).startsWith("elt 1.2.3, ");
        assertThat(findings.get(1).found()).contains("Flink 1.20.1", "Paimon 1.3.1", "connector kafka 3.4.0-1.20");
    }

    @Test
    void aLibraryThatIsMissingOrThereTwiceIsWrong() {
        List<String> jars = new ArrayList<>(Versions.jars());
        jars.removeIf(jar -> jar.startsWith("paimon-flink-1.20"));
        jars.add("flink-core-1.19.0.jar");

        assertThat(Versions.findings("elt", jars))
                .filteredOn(finding -> finding.verdict() == Verdict.wrong)
                .extracting(finding -> finding.subject() + ": " + finding.found())
                .containsExactly("Flink: there are several versions: [1.19.0, 1.20.1]", "Paimon: its jar is missing");
    }

    @Test
    void aPortThatIsTakenIsWrongAndSaysByWhom() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Called called = doctor(Map.of("ELT_PORT_KAFKA", String.valueOf(taken.getLocalPort())));

            assertThat(called.exitCode()).isEqualTo(1);
            assertThat(called.out())
                    .contains("wrong    port of Kafka: " + taken.getLocalPort() + " is in use by ")
                    .contains("choose another port with --port-kafka");
            if (Files.exists(Path.of("/proc/net/tcp"))) {
                assertThat(called.out())
                        .contains("in use by process " + ProcessHandle.current().pid() + ", java");
            }
        }
    }

    @Test
    void withoutAProjectItLooksAtTheMachineOnlyAndMakesNothing() {
        Called called = doctor(Map.of());

        assertThat(called.exitCode()).as(called.out()).isZero();
        assertThat(called.out()).contains("ok       java: ", "warning  project: there is none in " + folder);
        assertThat(called.err()).isEqualTo("0 wrong, 1 warning\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProjectThatCannotBeReadIsWrong() {
        write("elt.yaml", "name: shop\nnmae: twice\ntragets: {}\n");

        Called called = doctor(Map.of());

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out())
                .contains("wrong    project: elt.yaml:2:1: unknown key 'nmae' in elt.yaml (and 1 more)");
    }

    @Test
    void onlyTheTargetThatWouldBeTakenMustAnswer() {
        write(
                "elt.yaml",
                """
                name: shop
                targets:
                  default: local
                  local: {run-on: embedded}
                  far: {run-on: yarn, flink: {rest.address: nowhere.invalid}}
                  session: {run-on: session, session: {address: "http://other.invalid:8081"}, state: /nowhere/state}
                  secret: {run-on: yarn, flink: {rest.address: "{{ env_var('NO_SUCH_VARIABLE') }}"}}
                """);

        Called local = doctor(Map.of());
        Called far = doctor(Map.of(), "-t", "far");

        assertThat(local.exitCode()).as(local.out()).isZero();
        assertThat(local.out())
                .contains("ok       target local: runs on embedded")
                .contains("warning  target far: Flink nowhere.invalid:8081: the host nowhere.invalid is not known")
                .contains("warning  target session: Flink http://other.invalid:8081: ", "does not answer")
                .contains("target session: state /nowhere/state")
                .contains("warning  target secret: ", "NO_SUCH_VARIABLE");
        assertThat(far.exitCode()).isEqualTo(1);
        assertThat(far.out())
                .contains("wrong    target far: Flink nowhere.invalid:8081")
                .doesNotContain("secret", "port of Kafka");
    }

    @Test
    void printsNoSecret() {
        write(
                "elt.yaml",
                """
                name: shop
                sources:
                  order:
                    connector: kafka
                    properties.bootstrap.servers: nowhere.invalid:9092
                    properties.sasl.jaas.config: "login password='{{ env_var('BROKER_PASSWORD') }}';"
                targets:
                  far:
                    run-on: yarn
                    vars:
                      password: "{{ env_var('CORE_DB_PASSWORD') }}"
                """);
        write(
                "catalogs/starrocks.sql",
                """
                CREATE CATALOG starrocks WITH ('type' = 'starrocks',
                    'jdbc-url' = 'jdbc:mysql://nowhere.invalid:9030?password={{ var('password') }}',
                    'password' = '{{ var('password') }}');
                """);

        for (String format : List.of("table", "json")) {
            Called called = doctor(
                    Map.of("CORE_DB_PASSWORD", "correct-horse", "BROKER_PASSWORD", "battery-staple"), "-o", format);

            assertThat(called.out()).contains("nowhere.invalid:9030").contains("nowhere.invalid:9092");
            assertThat(called.out() + called.err())
                    .doesNotContain("correct-horse")
                    .doesNotContain("battery-staple");
        }
    }

    @Test
    void whatAClusterLacksIsToldWithTheSettingToChange() throws IOException {
        write("no-hadoop/readme.txt", "no yarn-site.xml");
        write(
                "elt.yaml",
                """
                name: shop
                targets:
                  default: yarn
                  yarn: {run-on: yarn, state: /nowhere/state, yarn: {hadoop-conf: "%s/no-hadoop"}}
                  k8s: {run-on: kubernetes, kubernetes: {image: "elt:1", kubeconfig: "%s/kubeconfig"}}
                  imageless: {run-on: kubernetes, kubernetes: {kubeconfig: "%s/kubeconfig"}}
                """
                        .formatted(folder, folder, folder));

        Called called = doctor(Map.of());

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out())
                .contains("wrong    target yarn: Hadoop configuration: there is no readable yarn-site.xml")
                .contains("-> 'hadoop-conf' of the target, or else HADOOP_CONF_DIR")
                .contains("warning  target k8s: API server: there is no kubeconfig " + folder)
                .contains("ok       target k8s: image: elt:1 is not tried")
                .contains("warning  target imageless: elt.yaml", "key 'image' is missing");
    }

    @Test
    void aKubernetesIsLookedAt() throws IOException {
        try (ApiServer server = ApiServer.start()) {
            server.hasKinds("flink.apache.org/v1beta1", "FlinkDeployment");
            server.allowsAllBut("create flinkdeployments");
            write(
                    "elt.yaml",
                    """
                    name: shop
                    targets:
                      k8s:
                        run-on: kubernetes
                        kubernetes: {namespace: streaming, image: "elt:1", kubeconfig: "%s"}
                    """
                            .formatted(server.kubeconfig(folder)));

            Called called = doctor(Map.of());

            assertThat(called.exitCode()).isEqualTo(1);
            assertThat(called.out())
                    .contains("ok       target k8s: Flink operator: its FlinkDeployment is there")
                    .contains("wrong    target k8s: namespace streaming: cannot use it: there is no namespace")
                    .contains("wrong    target k8s: permissions: Kubernetes does not allow to create flinkdeployments");
        }
    }

    @Test
    void findsWhatElsWereKilledHaveLeftBehind() {
        write("elt.yaml", "name: shop");
        write(".elt/tmp/2147483646/x", "");

        assertThat(doctor(Map.of()).out()).contains("warning  leftovers: 1 temporary", "elt clean --what cache");
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        write("elt.yaml", "name: shop");

        List<Map<String, String>> rows =
                new ObjectMapper().readValue(doctor(Map.of(), "-o", "json").out(), new TypeReference<>() {});

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.keySet()).containsExactly("verdict", "subject", "found", "advice"));
        assertThat(rows).extracting(row -> row.get("subject")).contains("java", "project", "target local");
    }

    private Called doctor(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(FREE_PORTS);
        all.putAll(environment);
        all.put("ELT_DIRECTORY", folder.toString());
        String[] command = new String[arguments.length + 1];
        command[0] = "doctor";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Called.with(all, command);
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
