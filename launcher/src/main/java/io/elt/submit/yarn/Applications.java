package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import io.elt.submit.ClusterUnreachableException;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.hadoop.yarn.api.protocolrecords.GetApplicationsRequest;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.ApplicationNotFoundException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The applications that the ResourceManager knows now. */
final class Applications implements AutoCloseable {
    private static final long BETWEEN_QUESTIONS = 250;

    private final YarnClient client;
    private final HadoopUser user;

    private Applications(YarnClient client, HadoopUser user) {
        this.client = client;
        this.user = user;
    }

    /**
     * @throws EltException if the ResourceManager does not answer
     */
    static Applications of(YarnConfiguration hadoop, HadoopUser user) {
        YarnClient client = YarnClient.createYarnClient();
        try {
            return user.ask(() -> {
                client.init(hadoop);
                client.start();
                client.getYarnClusterMetrics();
                return new Applications(client, user);
            });
        } catch (Exception e) {
            client.stop();
            throw YarnErrors.unreachable(hadoop.get(YarnConfiguration.RM_ADDRESS), e);
        }
    }

    /** How many machines the ResourceManager has for containers. */
    int nodes() {
        return ask(() -> client.getYarnClusterMetrics().getNumNodeManagers());
    }

    /**
     * @throws EltException if a queue is not there, is stopped or is not for this user
     */
    void requireQueue(String queue) {
        Optional<EltException> problem = ask(() -> new Refusal(client, queue).ofQueue(""));
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** Those of a project, the newest first. */
    List<ApplicationReport> of(String project) {
        GetApplicationsRequest request = GetApplicationsRequest.newInstance();
        request.setApplicationTags(Set.of(ApplicationTags.ofProject(project)));
        return ask(() -> client.getApplications(request)).stream()
                .sorted(Comparator.comparing(ApplicationReport::getApplicationId)
                        .reversed())
                .toList();
    }

    ApplicationReport report(ApplicationId id) {
        return ask(() -> client.getApplicationReport(id));
    }

    /** Empty for one that YARN has forgotten. */
    Optional<ApplicationReport> find(String id) {
        return ask(() -> {
            try {
                return Optional.of(client.getApplicationReport(id(id)));
            } catch (ApplicationNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether it has ended in time. */
    boolean awaitEnd(String id, Duration timeout) {
        Instant deadline = Instant.now().plus(timeout);
        while (find(id).filter(report -> !ApplicationState.isOver(report)).isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            pause();
        }
        return true;
    }

    void kill(ApplicationId id) {
        ask(() -> {
            client.killApplication(id);
            return id;
        });
    }

    @Override
    public void close() {
        client.stop();
    }

    static ApplicationId id(String text) {
        return ApplicationId.fromString(text);
    }

    /** Where its JobManager listens, while it does. */
    static Optional<URI> rest(ApplicationReport report, Map<String, String> settings) {
        if (!ApplicationState.runs(report) || report.getRpcPort() <= 0) {
            return Optional.empty();
        }
        boolean encrypted = Boolean.parseBoolean(settings.get(SecurityOptions.SSL_REST_ENABLED.key()));
        return Optional.of(
                URI.create((encrypted ? "https://" : "http://") + report.getHost() + ":" + report.getRpcPort()));
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterUnreachableException("interrupted while waiting for YARN", e);
        }
    }

    private <T> T ask(HadoopUser.Question<T> question) {
        try {
            return user.ask(question);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ClusterUnreachableException("the ResourceManager does not answer: " + YarnErrors.innermost(e), e);
        }
    }
}
