package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.submit.kubernetes.ApiServer;
import io.elt.submit.kubernetes.PlayedOperator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The life of a job on Kubernetes, command by command; the API server is fabric8's, the operator is played. */
class KubernetesRunIT {
    private static final String DEPLOYMENT = "shop-dwd-event";

    @TempDir
    private Path folder;

    private ApiServer server;
    private PlayedOperator operator;
    private ProjectCopy project;

    @BeforeEach
    void start() throws IOException {
        server = ApiServer.start();
        operator = PlayedOperator.start(server.client());
        project = new ProjectCopy(folder.resolve("shop"))
                .write("elt.yaml", target("image: \"elt:1\""))
                .write(
                        "catalogs/lake.sql",
                        "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');")
                .write("sql/dwd_event.sql", event("id"));
    }

    private String target(String options) throws IOException {
        return """
               name: shop
               targets:
                 k8s:
                   run-on: kubernetes
                   state: "%sstate"
                   vars: {warehouse: "%swarehouse"}
                   kubernetes: {%s, namespace: streaming, kubeconfig: "%s"}
               """
                .formatted(folder.toUri(), folder.toUri(), options, server.kubeconfig(folder));
    }

    @AfterEach
    void stop() {
        operator.close();
        server.close();
    }

    private static String event(String value) {
        return """
               CREATE DATABASE IF NOT EXISTS lake.dwd;
               CREATE TABLE IF NOT EXISTS lake.dwd.event (id BIGINT NOT NULL, PRIMARY KEY (id) NOT ENFORCED);
               CREATE TEMPORARY TABLE made (id BIGINT NOT NULL) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
               INSERT INTO lake.dwd.event SELECT %s FROM made;
               """
                .formatted(value);
    }

    private Outcome elt(String... arguments) {
        Outcome outcome = project.elt(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private GenericKubernetesResource live() {
        return server.client()
                .genericKubernetesResources(ApiServer.KIND)
                .inNamespace(ApiServer.NAMESPACE)
                .withName(DEPLOYMENT)
                .get();
    }

    @Test
    void aJobIsStartedLeftAloneUpgradedStoppedResumedAndDeleted() {
        assertThat(elt("run", "--output", "json").rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("job", "dwd_event")
                .containsEntry("state", "running")
                .containsEntry("application", "streaming/" + DEPLOYMENT));
        assertThat(elt("run").err()).contains("LEAVE dwd_event");
        assertThat(operator.jobs()).hasSize(1);

        project.write("sql/dwd_event.sql", event("id").replace("'1'", "'2'"));
        makeTable();
        assertThat(elt("run").err()).contains("UPGRADE dwd_event");
        assertThat(operator.jobs())
                .extracting(job -> job.get("state"))
                .containsExactly("running", "suspended", "running");
        assertThat(operator.jobs().get(2)).doesNotContainKey("initialSavepointPath");

        assertThat(elt("status", "--output", "json").out())
                .contains("\"job\" : \"dwd_event\"")
                .contains("\"state\" : \"running\"");

        elt("stop", "dwd_event");
        assertThat(live().<String>get("spec", "job", "state")).isEqualTo("suspended");
        String uid = live().getMetadata().getUid();
        elt("run");
        assertThat(live().<String>get("spec", "job", "state")).isEqualTo("running");
        assertThat(live().getMetadata().getUid()).as("resumed, not made anew").isEqualTo(uid);

        elt("cancel", "dwd_event");
        assertThat(live()).isNull();
    }

    @Test
    void aSecretIsInTheSecretAndNowhereElse() {
        String token = "a-token-that-nobody-may-see";
        project.write(
                "sql/dwd_event.sql",
                event("id").replace("FROM made", "FROM made WHERE '{{ env_var('SHOP_TOKEN') }}' <> ''"));
        Outcome outcome = project.elt(Map.of("SHOP_TOKEN", token), "run");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out() + outcome.err()).doesNotContain(token);
        assertThat(live().toString()).doesNotContain(token);
        assertThat(server.client()
                        .configMaps()
                        .inNamespace(ApiServer.NAMESPACE)
                        .list()
                        .getItems())
                .singleElement()
                .satisfies(
                        map -> assertThat(map.toString()).doesNotContain(token).contains("${elt.secret:SHOP_TOKEN}"));
        assertThat(server.client()
                        .secrets()
                        .inNamespace(ApiServer.NAMESPACE)
                        .withName(DEPLOYMENT)
                        .get()
                        .getData())
                .containsExactly(Map.entry("SHOP_TOKEN", Base64.getEncoder().encodeToString(token.getBytes(UTF_8))));
    }

    @Test
    void aNewPasswordComesToAJobThatRunsWhenItIsRestarted() {
        project.write(
                "sql/dwd_event.sql",
                event("id").replace("FROM made", "FROM made WHERE '{{ env_var('SHOP_TOKEN') }}' <> ''"));
        Map<String, String> old = Map.of("SHOP_TOKEN", "the-token-of-last-year");
        Map<String, String> rotated = Map.of("SHOP_TOKEN", "the-token-of-this-year");
        assertThat(project.elt(old, "run").exitCode()).isZero();
        makeTable();

        Outcome left = project.elt(rotated, "run");
        assertThat(left.err()).contains("LEAVE dwd_event", "secrets are not compared", "elt run --restart");
        assertThat(token()).isEqualTo("the-token-of-last-year");

        Outcome restarted = project.elt(rotated, "run", "--restart");

        assertThat(restarted.exitCode()).as(restarted.err()).isZero();
        assertThat(restarted.err())
                .contains("STOP dwd_event", "RESTART dwd_event")
                .doesNotContain("has changed", "UPGRADE", "the-token-of");
        assertThat(token()).isEqualTo("the-token-of-this-year");
        assertThat(operator.jobs())
                .extracting(job -> job.get("state"))
                .containsExactly("running", "suspended", "running");
        assertThat(project.elt(rotated, "history", "dwd_event", "--output", "json")
                        .rows())
                .extracting(row -> row.get("action"))
                .containsExactly("restart", "stop", "start");
    }

    private String token() {
        String encoded = server.client()
                .secrets()
                .inNamespace(ApiServer.NAMESPACE)
                .withName(DEPLOYMENT)
                .get()
                .getData()
                .get("SHOP_TOKEN");
        return new String(Base64.getDecoder().decode(encoded), UTF_8);
    }

    @Test
    void anotherImageUpgradesAJobAndAnotherWayToTheClusterDoesNot() throws IOException {
        elt("run");
        makeTable();
        project.write("elt.yaml", target("image: \"elt:2\""));

        assertThat(elt("run").err()).contains("UPGRADE dwd_event");
        assertThat(live().<String>get("spec", "image")).isEqualTo("elt:2");

        project.write("elt.yaml", target("operator-timeout: 3 min, image: \"elt:2\""));
        assertThat(elt("run").err()).contains("LEAVE dwd_event");
    }

    /** What the job would have done. */
    private void makeTable() {
        try (var lake = CatalogFactory.createCatalog(
                CatalogContext.create(Options.fromMap(Map.of("warehouse", folder.toUri() + "warehouse"))))) {
            lake.createDatabase("dwd", true);
            lake.createTable(
                    Identifier.create("dwd", "event"),
                    Schema.newBuilder()
                            .column("id", DataTypes.BIGINT().notNull())
                            .primaryKey("id")
                            .build(),
                    true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
