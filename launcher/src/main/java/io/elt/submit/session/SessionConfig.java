package io.elt.submit.session;

import io.elt.project.Target;
import io.elt.submit.ClusterOptions;

import java.net.URI;
import java.util.Map;

/**
 * What a target says of its session cluster.
 *
 * @param address root of Flink's REST API, such as {@code http://jobmanager:8081}
 * @param lib how the cluster gets the classes of connectors, formats and functions
 */
public record SessionConfig(URI address, Lib lib) {
    /** Where the classes come from that Flink itself does not bring. */
    public enum Lib {
        /** They are in the cluster's own lib folder. */
        INSTALLED,
        /** They travel with each job. */
        SHIPPED
    }

    /**
     * @param options the section {@code session} of the target, rendered
     * @throws io.elt.diagnostic.EltException with all that is wrong with them
     */
    public static SessionConfig of(Target target, Map<String, String> options) {
        ClusterOptions keys = ClusterOptions.of(target, options);
        var address = keys.address("address", "http://jobmanager:8081");
        var lib = keys.choice("lib", Lib.class, Lib.SHIPPED);
        keys.finish();
        return new SessionConfig(address.orElseThrow(), lib);
    }
}
