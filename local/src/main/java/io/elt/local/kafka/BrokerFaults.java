package io.elt.local.kafka;

import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What to do when the broker cannot go on. On its own it ends the process, which here also runs everything else; so the
 * fault is kept to be told, and only the broker's thread ends.
 */
final class BrokerFaults implements FaultHandlerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerFaults.class);

    private final AtomicReference<Throwable> fatal = new AtomicReference<>();

    static BrokerFaults install() {
        BrokerFaults faults = new BrokerFaults();
        Exit.setHaltProcedure(faults::processEnd);
        Exit.setExitProcedure(faults::processEnd);
        return faults;
    }

    Optional<Throwable> fatal() {
        return Optional.ofNullable(fatal.get());
    }

    @Override
    public FaultHandler build(String name, boolean isFatal, Runnable action) {
        return (message, cause) -> {
            LOG.error("Kafka: {}: {}", name, message, cause);
            FaultHandlerException fault = new FaultHandlerException(name + ": " + message, cause);
            if (isFatal) {
                fatal.compareAndSet(null, fault);
            }
            action.run();
            return fault;
        };
    }

    private void processEnd(int status, String message) {
        String reason = message == null ? "see the log for the reason" : message;
        IllegalStateException fault = new IllegalStateException("Kafka gave up (status " + status + "): " + reason);
        fatal.compareAndSet(null, fault);
        throw fault;
    }
}
