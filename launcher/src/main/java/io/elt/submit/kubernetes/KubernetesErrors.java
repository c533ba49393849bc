package io.elt.submit.kubernetes;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Project;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;

import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What Kubernetes and the operator may say, with the setting to change. */
final class KubernetesErrors {
    private static final SourceSpan TARGET = SourceSpan.ofFile(Project.FILE);

    private KubernetesErrors() {}

    static Diagnostic noKubeconfig(Path file) {
        return Diagnostic.error(ErrorCode.KUBERNETES_CONTEXT, "there is no kubeconfig " + file)
                .withHint("set KUBECONFIG, or kubernetes.kubeconfig of the target; inside of a pod neither is needed")
                .at(TARGET);
    }

    static Diagnostic noContext(Path file, String context, List<String> contexts) {
        return Diagnostic.error(ErrorCode.KUBERNETES_CONTEXT, "there is no context '" + context + "' in " + file)
                .suggesting(context, contexts)
                .at(TARGET);
    }

    static Diagnostic unreadableKubeconfig(Path file, Exception error) {
        return Diagnostic.error(ErrorCode.KUBERNETES_CONTEXT, file + " is no kubeconfig: " + firstLine(error))
                .withHint("see whether `kubectl config view` can read it")
                .at(TARGET);
    }

    /**
     * @param attempted what was not done, as "list jobs"
     */
    static Diagnostic of(KubernetesClientException error, String attempted, KubernetesConfig.Api api) {
        if (error.getStatus() == null) {
            return unreachable(error, api);
        }
        return switch (error.getCode()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED -> unauthorized(attempted);
            case HttpURLConnection.HTTP_FORBIDDEN ->
                isPermission(error) ? forbidden(error, attempted, api) : refused(error, attempted);
            case HttpURLConnection.HTTP_NOT_FOUND -> notFound(error, attempted, api);
            default -> refused(error, attempted);
        };
    }

    /** A webhook that refuses may use the same number, but gives no such reason. */
    private static boolean isPermission(KubernetesClientException error) {
        return error.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                && "Forbidden".equals(error.getStatus().getReason());
    }

    /** The operator has looked at the deployment and does not want it. */
    static Diagnostic refusedByOperator(String job, String reason) {
        return Diagnostic.error(ErrorCode.DEPLOYMENT_REFUSED, "the Flink operator refuses job " + job + ": " + reason)
                .withHint(
                        "the target's kubernetes and flink sections make the deployment: `elt run --dry-run` shows it")
                .at(TARGET);
    }

    static Diagnostic operatorSilent(String job, Duration waited, KubernetesConfig.Api api) {
        return Diagnostic.error(
                        ErrorCode.OPERATOR_SILENT,
                        "the Flink operator has not taken job " + job + " within " + waited.toSeconds() + " s")
                .withHint("does it run, and does it watch namespace " + api.namespace()
                        + "? (watchNamespaces of its chart; kubernetes.operator-timeout is how long elt waits)")
                .at(TARGET);
    }

    static Diagnostic noSecret(String name, Collection<String> keys, KubernetesConfig.Api api) {
        return Diagnostic.error(
                        ErrorCode.SECRET_MISSING,
                        "there is no Secret " + name + " in namespace " + api.namespace()
                                + (keys.isEmpty() ? "" : ", and the job needs " + String.join(", ", keys) + " of it"))
                .withHint("create it, or take kubernetes.secret out of the target: elt makes one for each job then")
                .at(TARGET);
    }

    static Diagnostic missingKeys(String name, Collection<String> missing) {
        return Diagnostic.error(
                        ErrorCode.SECRET_MISSING, "Secret " + name + " has no value for " + String.join(", ", missing))
                .withHint("add it to the Secret that kubernetes.secret of the target names")
                .at(TARGET);
    }

    static Diagnostic bundleNotWritten(String uri, Exception error) {
        return Diagnostic.error(
                        ErrorCode.NOT_WRITABLE,
                        "the job's bundle cannot be written to " + uri + ": " + firstLine(error))
                .withHint("state of the target must be a folder that this machine can write and the cluster read")
                .at(TARGET);
    }

    private static Diagnostic unreachable(KubernetesClientException error, KubernetesConfig.Api api) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Diagnostic.error(
                        ErrorCode.CLUSTER_UNREACHABLE,
                        "the Kubernetes API server does not answer: "
                                + cause.getClass().getSimpleName() + ", " + firstLine(cause))
                .withHint("is " + api.context().map(name -> "context " + name).orElse("the current context")
                        + " the right one? kubernetes.context of the target chooses another; `kubectl cluster-info`"
                        + " shows where it leads")
                .at(TARGET);
    }

    private static Diagnostic unauthorized(String attempted) {
        return Diagnostic.error(
                        ErrorCode.KUBERNETES_FORBIDDEN,
                        "Kubernetes does not know who wants to " + attempted + ": the credentials are not valid")
                .withHint("log in again, or choose another user with kubernetes.context of the target")
                .at(TARGET);
    }

    private static Diagnostic forbidden(KubernetesClientException error, String attempted, KubernetesConfig.Api api) {
        return Diagnostic.error(ErrorCode.KUBERNETES_FORBIDDEN, "Kubernetes does not allow to " + attempted)
                .withDetail(reason(error))
                .withHint(needed(api))
                .at(TARGET);
    }

    /**
     * @param missing verbs, and what they are for
     */
    static Diagnostic mayNot(List<String> missing, KubernetesConfig.Api api) {
        return Diagnostic.error(
                        ErrorCode.KUBERNETES_FORBIDDEN, "Kubernetes does not allow to " + String.join("; ", missing))
                .withHint(needed(api))
                .at(TARGET);
    }

    private static String needed(KubernetesConfig.Api api) {
        return "elt needs get, list, watch, create, update, patch, delete for flinkdeployments of"
                + " flink.apache.org, configmaps and secrets in namespace " + api.namespace()
                + "; kubernetes.context of the target chooses another user";
    }

    private static Diagnostic notFound(KubernetesClientException error, String attempted, KubernetesConfig.Api api) {
        Optional<String> kind =
                Optional.ofNullable(error.getStatus().getDetails()).map(StatusDetails::getKind);
        return kind.filter("namespaces"::equals).isPresent()
                ? noNamespace(attempted, api)
                : noOperator(attempted, List.of());
    }

    static Diagnostic noNamespace(String attempted, KubernetesConfig.Api api) {
        return Diagnostic.error(
                        ErrorCode.DEPLOYMENT_REFUSED,
                        "cannot " + attempted + ": there is no namespace " + api.namespace())
                .withHint("create it, or change kubernetes.namespace of the target")
                .at(TARGET);
    }

    /**
     * @param others versions of its kinds that are there
     */
    static Diagnostic noOperator(String attempted, List<String> others) {
        String instead = others.isEmpty() ? "" : ", but " + String.join(", ", others);
        return Diagnostic.error(
                        ErrorCode.OPERATOR_MISSING,
                        "cannot " + attempted + ": this Kubernetes knows no FlinkDeployment of " + Manifests.API_VERSION
                                + instead)
                .withHint(
                        "install the Flink operator (helm install flink-kubernetes-operator), or choose another cluster"
                                + " with kubernetes.context of the target")
                .at(TARGET);
    }

    private static Diagnostic refused(KubernetesClientException error, String attempted) {
        return Diagnostic.error(
                        ErrorCode.DEPLOYMENT_REFUSED, "Kubernetes refuses to " + attempted + ": " + reason(error))
                .withHint(
                        "the target's kubernetes and flink sections make the deployment: `elt run --dry-run` shows it")
                .at(TARGET);
    }

    private static String reason(KubernetesClientException error) {
        return Optional.ofNullable(error.getStatus().getMessage()).orElseGet(() -> firstLine(error));
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
