package io.elt.local.kafka;

import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The broker that ran on the same data before. The controller finds it in its log and takes it for alive, so it would
 * let the new one in only when the old one's session has run out. The folder's lock proves that it is gone.
 */
final class FormerBroker {
    private static final long ELECTION_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private FormerBroker() {}

    static void forget(Controller controller) throws IOException {
        long deadline = System.nanoTime() + ELECTION_TIMEOUT_NANOS;
        while (!forgotten(controller)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the controller was not elected within 30 s");
            }
        }
    }

    // False while the controller has not read its log and elected itself, which takes some milliseconds.
    private static boolean forgotten(Controller controller) throws IOException {
        ControllerRequestContext context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        try {
            controller.unregisterBroker(context, BrokerSettings.NODE_ID).get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true;
            }
            if (e.getCause() instanceof NotControllerException) {
                pause();
                return false;
            }
            throw new IOException(
                    "the former broker cannot be unregistered: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (TimeoutException e) {
            throw new IOException("the controller did not answer within 30 s", e);
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while Kafka was starting", e);
    }
}
