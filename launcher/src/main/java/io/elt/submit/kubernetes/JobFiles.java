package io.elt.submit.kubernetes;

import io.elt.runner.JobSecrets;
import io.elt.submit.kubernetes.JobManifests.BundlePlace;
import io.elt.submit.kubernetes.JobManifests.NeededSecret;
import io.elt.submit.kubernetes.JobManifests.Owner;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a job finds beside its deployment: the bundle and the secrets. */
final class JobFiles {
    private final KubernetesApi api;
    private final KubernetesConfig.Api place;

    JobFiles(KubernetesApi api, KubernetesConfig.Api place) {
        this.api = api;
        this.place = place;
    }

    /**
     * @throws io.elt.diagnostic.EltException if one cannot be put where the job looks for it, or is not there
     */
    void put(JobManifests job, JobSecrets secrets) {
        job.secret().ifPresent(needed -> {
            if (needed.owner() == Owner.ELT) {
                api.apply(secret(job, needed, secrets));
            } else {
                require(needed);
            }
        });
        if (job.bundle() instanceof BundlePlace.InConfigMap map) {
            api.createIfMissing(map.manifest());
        }
        if (job.bundle() instanceof BundlePlace.InFile file) {
            write(file);
        }
    }

    /** The version before is kept: the operator may go back to it. */
    void removeOld(JobManifests job, Optional<Deployment> before) {
        Optional<String> previous = before.flatMap(Deployment::configMap);
        for (ConfigMap map : api.configMaps(of(job.name()))) {
            String name = map.getMetadata().getName();
            boolean current = job.bundle() instanceof BundlePlace.InConfigMap now
                    && now.manifest().at("/metadata/name").asText().equals(name);
            if (!current && !previous.equals(Optional.of(name))) {
                api.delete(map);
            }
        }
    }

    void removeAll(String deployment) {
        api.configMaps(of(deployment)).forEach(api::delete);
        api.secrets(of(deployment)).forEach(api::delete);
    }

    private static Map<String, String> of(String deployment) {
        return Map.of(JobLabels.MANAGED_BY, "elt", JobLabels.INSTANCE, deployment);
    }

    private static Secret secret(JobManifests job, NeededSecret needed, JobSecrets secrets) {
        Map<String, String> labels = new HashMap<>();
        job.deployment()
                .at("/metadata/labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        Map<String, String> data = new TreeMap<>();
        needed.keys().forEach(key -> secrets.reveal(key)
                .ifPresent(value -> data.put(key, Base64.getEncoder().encodeToString(value.getBytes(UTF_8)))));
        return new SecretBuilder()
                .withNewMetadata()
                .withName(needed.name())
                .withLabels(labels)
                .endMetadata()
                .withType("Opaque")
                .withData(data)
                .build();
    }

    private void require(NeededSecret needed) {
        Optional<Secret> secret = api.secret(needed.name());
        if (secret.isEmpty()) {
            throw KubernetesErrors.noSecret(needed.name(), needed.keys(), place).toException();
        }
        SortedSet<String> missing = new TreeSet<>(needed.keys());
        missing.removeAll(
                Optional.ofNullable(secret.get().getData()).orElse(Map.of()).keySet());
        if (!missing.isEmpty()) {
            throw KubernetesErrors.missingKeys(needed.name(), missing).toException();
        }
    }

    private static void write(BundlePlace.InFile file) {
        Path path = new Path(file.uri());
        try {
            FileSystem files = path.getFileSystem();
            try (FSDataOutputStream out = files.create(path, WriteMode.OVERWRITE)) {
                out.write(file.text().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw KubernetesErrors.bundleNotWritten(file.uri(), e).toException(e);
        }
    }
}
