package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.yarn.api.records.QueueACL;
import org.apache.hadoop.yarn.api.records.QueueInfo;
import org.apache.hadoop.yarn.api.records.QueueState;
import org.apache.hadoop.yarn.api.records.QueueUserACLInfo;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.YarnException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Why YARN took no application. Its answer is prose that differs between schedulers, so the queue is looked at instead; only
 * after the refusal, for some schedulers make a queue when it is first used.
 */
final class Refusal {
    private final YarnClient client;
    private final String queue;

    Refusal(YarnClient client, String queue) {
        this.client = client;
        this.queue = queue;
    }

    EltException explain(Exception error) {
        try {
            return ofQueue(YarnErrors.innermost(error)).orElseGet(() -> YarnErrors.refused(error));
        } catch (YarnException | IOException e) {
            error.addSuppressed(e);
            return YarnErrors.refused(error);
        }
    }

    /**
     * What is wrong with the queue itself.
     *
     * @param reason that YARN gave; empty if it was asked for nothing
     */
    Optional<EltException> ofQueue(String reason) throws YarnException, IOException {
        List<QueueInfo> queues = client.getAllQueues();
        Optional<QueueInfo> found =
                queues.stream().filter(each -> isMeant(each.getQueueName())).findFirst();
        if (found.isEmpty() && !queues.isEmpty()) {
            return Optional.of(YarnErrors.unknownQueue(
                    queue, queues.stream().map(QueueInfo::getQueueName).toList()));
        }
        if (found.filter(each -> each.getQueueState() == QueueState.STOPPED).isPresent()) {
            return Optional.of(YarnErrors.stoppedQueue(queue, reason));
        }
        if (!maySubmit()) {
            String user = UserGroupInformation.getCurrentUser().getShortUserName();
            return Optional.of(YarnErrors.noPermission(user, queue, reason));
        }
        return Optional.empty();
    }

    /** YARN says the whole path of a queue here and its last name there, and takes both. */
    private boolean isMeant(String name) {
        return queue.equals(name) || queue.endsWith("." + name) || name.endsWith("." + queue);
    }

    private boolean maySubmit() throws YarnException, IOException {
        List<QueueUserACLInfo> rights = client.getQueueAclsInfo();
        return rights.isEmpty()
                || rights.stream().filter(each -> isMeant(each.getQueueName())).anyMatch(each -> each.getUserAcls()
                        .contains(QueueACL.SUBMIT_APPLICATIONS));
    }
}
