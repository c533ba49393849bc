package io.elt.submit.kubernetes;

import io.elt.diagnostic.Diagnostic;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the API server is reached: by a kubeconfig as kubectl finds it, or from inside of a pod by its service account.
 *
 * @param place of the settings, for errors
 */
record Connection(KubernetesClient client, Place place) implements AutoCloseable {
    private static final Path POD_TOKEN = Path.of(Config.KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH);

    /** The client would try again for minutes where nobody answers. */
    private static final int RETRIES = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where it is said how the API server is reached. */
    enum Place {
        KUBECONFIG,
        POD
    }

    /**
     * @throws io.elt.diagnostic.EltException if it is not said which cluster, or it is not there
     */
    static Connection to(KubernetesConfig.Api api) {
        return to(api, PATIENCE);
    }

    /**
     * @param patience how long each answer may take
     */
    static Connection to(KubernetesConfig.Api api, Duration patience) {
        Path file = Path.of(api.kubeconfig().orElseGet(Config::getKubeconfigFilename));
        if (Files.isRegularFile(file)) {
            return open(kubeconfig(file, api.context()), Place.KUBECONFIG, patience);
        }
        if (api.kubeconfig().isEmpty() && api.context().isEmpty() && Files.isRegularFile(POD_TOKEN)) {
            return open(Config.autoConfigure(null), Place.POD, patience);
        }
        throw KubernetesErrors.noKubeconfig(file).toException();
    }

    @Override
    public void close() {
        client.close();
    }

    private static Config kubeconfig(Path file, Optional<String> context) {
        try {
            var read = KubeConfigUtils.parseConfig(file.toFile());
            List<String> contexts =
                    read.getContexts().stream().map(NamedContext::getName).toList();
            String wanted = context.orElseGet(() -> String.valueOf(read.getCurrentContext()));
            if (!contexts.contains(wanted)) {
                throw KubernetesErrors.noContext(file, wanted, contexts).toException();
            }
            return Config.fromKubeconfig(wanted, Files.readString(file), file.toString());
        } catch (IOException | KubernetesClientException e) {
            Diagnostic unreadable = KubernetesErrors.unreadableKubeconfig(file, e);
            throw unreadable.toException(e);
        }
    }

    private static Connection open(Config config, Place place, Duration patience) {
        Config patient = new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(RETRIES)
                .withConnectionTimeout((int) patience.toMillis())
                .withRequestTimeout((int) patience.toMillis())
                .build();
        return new Connection(new KubernetesClientBuilder().withConfig(patient).build(), place);
    }
}
