package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * All that Kubernetes is told of a job.
 *
 * @param name of the deployment
 * @param deployment the FlinkDeployment
 * @param bundle where the bundle is
 * @param secret what has to be there beside them; empty if the job has no secrets
 */
public record JobManifests(String name, ObjectNode deployment, BundlePlace bundle, Optional<NeededSecret> secret) {
    /** Where the job finds its bundle. */
    public sealed interface BundlePlace {
        /** In a ConfigMap, which is mounted. */
        record InConfigMap(ObjectNode manifest) implements BundlePlace {}

        /** In a file that Flink can read, for a ConfigMap holds a megabyte. */
        record InFile(String uri, String text) implements BundlePlace {}
    }

    /**
     * A Secret that is no manifest, for its values are nobody's to print.
     *
     * @param keys what the job reads of it
     */
    public record NeededSecret(String name, Owner owner, SortedSet<String> keys) {}

    /** Who makes a Secret. */
    public enum Owner {
        /** elt, of the values that it knows when it applies the job. */
        ELT,
        /** Somebody else: the target names it. */
        TARGET
    }

    /** What can be printed and kept, in the order in which it has to be applied. */
    public List<JsonNode> documents() {
        List<JsonNode> documents = new ArrayList<>();
        if (bundle instanceof BundlePlace.InConfigMap map) {
            documents.add(map.manifest());
        }
        documents.add(deployment);
        return documents;
    }

    /**
     * The deployment, started from a savepoint of the user's choice.
     *
     * @param redeploy a number that was not there before makes the operator start a job anew that it knows already
     */
    ObjectNode startingFrom(String savepoint, OptionalLong redeploy) {
        ObjectNode started = deployment.deepCopy();
        ObjectNode job = (ObjectNode) started.at("/spec/job");
        job.put("initialSavepointPath", savepoint);
        redeploy.ifPresent(number -> job.put("savepointRedeployNonce", number));
        return started;
    }
}
