package io.elt.cli.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, SIGTERM and a closed terminal as a request that a command can answer in its own time. The second one is not asked for patience:
 * it ends the process at once.
 */
public final class StopSignal {
    private static final int KILLED_BY_INTERRUPT = 130;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final Runnable whenForced;

    private StopSignal(Runnable whenForced) {
        this.whenForced = whenForced;
    }

    /**
     * @param whenForced runs before the process ends on the second signal, to say what that means
     */
    public static StopSignal install(Runnable whenForced) {
        StopSignal signal = new StopSignal(whenForced);
        signal.listen("INT");
        signal.listen("TERM");
        signal.listen("HUP");
        return signal;
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits; returns true as soon as a signal has come, false when none came in time. */
    public boolean await(long milliseconds) throws InterruptedException {
        return requested.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    private void received() {
        if (isRequested()) {
            whenForced.run();
            Runtime.getRuntime().halt(KILLED_BY_INTERRUPT);
        }
        requested.countDown();
    }

    /** By reflection, because the compiler warns of any use of the JDK's signals and offers no other way to them. */
    private void listen(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler invocation = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    received();
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "elt's handler of " + name;
            };
            Object own = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, invocation);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), own);
        } catch (ReflectiveOperationException e) {
            // A JVM without these signals still stops; it does so without savepoints, and resumes from checkpoints.
            System.getLogger(StopSignal.class.getName()).log(System.Logger.Level.WARNING, "no handler for " + name, e);
        }
    }
}
