package io.elt.submit.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.Requirement;
import io.elt.submit.RestApi;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Looks whether a session cluster is one that takes jobs. Submits nothing. */
public final class SessionRequirements {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private SessionRequirements() {}

    public static List<Requirement> of(SessionConfig config) {
        URI address = config.address();
        return List.of(Requirement.of("Flink " + address, () -> look(address)));
    }

    private static String look(URI address) {
        RestApi api = new RestApi(PATIENCE);
        try {
            String version = SessionCluster.requireSameFlink(api, address);
            JsonNode overview = api.get(address, "/overview");
            return "answers as Flink " + version + ", with "
                    + overview.path("slots-available").asInt() + " free slots of "
                    + overview.path("slots-total").asInt();
        } catch (ClusterUnreachableException e) {
            throw SessionCluster.unreachable(address, e).toException(e);
        }
    }
}
