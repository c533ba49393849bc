package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import io.elt.submit.Requirement;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks whether a YARN has what the jobs of a target need. Submits and writes nothing. */
public final class YarnRequirements {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final YarnConfig config;
    private final YarnConfiguration hadoop;
    private final HadoopUser user;

    private YarnRequirements(YarnConfig config, YarnConfiguration hadoop, HadoopUser user) {
        this.config = config;
        this.hadoop = hadoop;
        this.user = user;
    }

    /**
     * All of them; where one cannot be looked at for want of another, it is left out.
     *
     * @param environment in which Hadoop's configuration is looked for
     */
    public static List<Requirement> of(YarnConfig config, Map<String, String> environment) {
        List<Requirement> found = new ArrayList<>();
        String looked = "Hadoop configuration";
        try {
            HadoopFolder folder = HadoopFolder.find(config.hadoopConfiguration(), environment);
            found.add(Requirement.met(looked, "is in " + folder.path()));
            looked = "login";
            YarnConfiguration hadoop = folder.load(PATIENCE);
            YarnRequirements requirements =
                    new YarnRequirements(config, hadoop, HadoopUser.login(config.login(), hadoop));
            requirements.addManager(found);
            config.lib().ifPresent(lib -> found.add(Requirement.of("lib " + lib, () -> requirements.lib(lib))));
        } catch (EltException e) {
            found.add(Requirement.unmet(looked, e.diagnostics().get(0)));
        }
        return found;
    }

    private void addManager(List<Requirement> found) {
        try (Applications applications = Applications.of(hadoop, user)) {
            found.add(Requirement.of("ResourceManager", () -> {
                int nodes = applications.nodes();
                return hadoop.get(YarnConfiguration.RM_ADDRESS) + " answers, with " + nodes
                        + (nodes == 1 ? " node" : " nodes");
            }));
            String queue = config.placement().queueName();
            found.add(Requirement.of("queue " + queue, () -> {
                applications.requireQueue(queue);
                return "takes applications";
            }));
        } catch (EltException e) {
            found.add(Requirement.unmet("ResourceManager", e.diagnostics().get(0)));
        }
    }

    private String lib(URI lib) {
        try {
            return user.ask(() -> new SharedLib(lib, hadoop).look());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw YarnErrors.libNotShared(lib.toString(), e);
        }
    }
}
