package io.elt.submit.kubernetes;

import io.fabric8.kubernetes.api.model.APIGroupBuilder;
import io.fabric8.kubernetes.api.model.APIResourceBuilder;
import io.fabric8.kubernetes.api.model.APIResourceListBuilder;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.VersionInfo;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.utils.ResponseProvider;
import io.fabric8.mockwebserver.utils.ResponseProviders;
import okhttp3.mockwebserver.MockWebServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** fabric8's server: it keeps resources, versions and watches as an API server does, and knows no schema. */
public final class ApiServer implements AutoCloseable {
    public static final String NAMESPACE = "streaming";
    private static final String DEPLOYMENTS =
            "/apis/flink.apache.org/v1beta1/namespaces/" + NAMESPACE + "/flinkdeployments";
    public static final CustomResourceDefinitionContext KIND = new CustomResourceDefinitionContext.Builder()
            .withGroup("flink.apache.org")
            .withVersion("v1beta1")
            .withKind("FlinkDeployment")
            .withPlural("flinkdeployments")
            .withScope("Namespaced")
            .withStatusSubresource(true)
            .build();

    /** It tells of every request. */
    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    private final KubernetesMockServer server;
    private final KubernetesClient client;

    private ApiServer(KubernetesMockServer server) {
        this.server = server;
        this.client = server.createClient();
    }

    public static ApiServer start() {
        REQUESTS.setLevel(Level.OFF);
        Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), responses, new KubernetesMixedDispatcher(responses), false);
        server.init();
        server.expectCustomResource(KIND);
        server.setVersionInfo(
                new VersionInfo.Builder().withGitVersion("v1.29.3").build());
        return new ApiServer(server);
    }

    /** As an administrator sees it. */
    public KubernetesClient client() {
        return client;
    }

    /** Answers every look at the jobs with an error. */
    void refuseToList(String query, int code, String reason, String message) {
        server.expect()
                .get()
                .withPath(DEPLOYMENTS + query)
                .andReply(error(code, reason, message))
                .always();
    }

    void refuseToReadNamespace(int code, String reason, String message) {
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/" + NAMESPACE)
                .andReply(error(code, reason, message))
                .always();
    }

    void refuseToTellItsVersion(int code, String reason, String message) {
        server.clearExpectations();
        server.expect()
                .get()
                .withPath("/version")
                .andReply(error(code, reason, message))
                .always();
    }

    /** Tells of kinds as a server does that has their definitions. */
    public void hasKinds(String version, String... kinds) {
        String group = version.substring(0, version.indexOf('/'));
        server.expect()
                .get()
                .withPath("/apis/" + version)
                .andReturn(
                        200,
                        new APIResourceListBuilder()
                                .withGroupVersion(version)
                                .withResources(Stream.of(kinds)
                                        .map(kind -> new APIResourceBuilder()
                                                .withKind(kind)
                                                .withName(kind.toLowerCase(Locale.ROOT) + "s")
                                                .withNamespaced(true)
                                                .build())
                                        .toList())
                                .build())
                .always();
        server.expect()
                .get()
                .withPath("/apis/" + group)
                .andReturn(
                        200,
                        new APIGroupBuilder()
                                .withName(group)
                                .withVersions(new GroupVersionForDiscovery(
                                        version, version.substring(version.indexOf('/') + 1)))
                                .build())
                .always();
    }

    /** Knows nothing at these paths, once. */
    void lacks(String... paths) {
        for (String path : paths) {
            server.expect()
                    .get()
                    .withPath(path)
                    .andReply(error(404, "NotFound", "the server could not find the requested resource"))
                    .once();
        }
    }

    /**
     * Tells whoever asks what it allows.
     *
     * @param refused verbs with their resources, as "create secrets"
     */
    public void allowsAllBut(String... refused) {
        server.expect()
                .post()
                .withPath("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")
                .andReply(200, request -> {
                    SelfSubjectAccessReview asked = client.getKubernetesSerialization()
                            .unmarshal(request.getBody().readUtf8(), SelfSubjectAccessReview.class);
                    ResourceAttributes what = asked.getSpec().getResourceAttributes();
                    boolean allowed = NAMESPACE.equals(what.getNamespace())
                            && !List.of(refused).contains(what.getVerb() + " " + what.getResource());
                    return new SelfSubjectAccessReviewBuilder(asked)
                            .withNewStatus()
                            .withAllowed(allowed)
                            .endStatus()
                            .build();
                })
                .always();
    }

    /** Answers every new job with an error, as a webhook or a quota does. */
    void refuseToCreate(int code, String reason, String message) {
        server.expect()
                .post()
                .withPath(DEPLOYMENTS)
                .andReply(error(code, reason, message))
                .always();
    }

    /** What a pod has written. */
    void log(String pod, int lines, String text) {
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/" + NAMESPACE + "/pods/" + pod
                        + "/log?pretty=false&container=flink-main-container&tailLines=" + lines)
                .andReturn(200, text)
                .always();
    }

    private static ResponseProvider<Object> error(int code, String reason, String message) {
        return ResponseProviders.of(
                code,
                new StatusBuilder()
                        .withStatus("Failure")
                        .withCode(code)
                        .withReason(reason)
                        .withMessage(message)
                        .build());
    }

    /** A kubeconfig with this server as its only context. */
    public Path kubeconfig(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters: [{name: test, cluster: {server: "%s"}}]
                users: [{name: test, user: {token: t}}]
                contexts: [{name: test, context: {cluster: test, user: test}}]
                """
                        .formatted(server.url("/")));
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
