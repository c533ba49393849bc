package io.elt.dist;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands where the launcher would, and tells what the start script gave to the JVM. */
public final class Probe {
    private Probe() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String argument : arguments) {
            System.out.println("argument <" + argument + ">");
        }
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            System.out.println("option " + option);
        }
        System.out.println("memory " + Runtime.getRuntime().maxMemory() / (1 << 20));
        if (arguments.length > 1 && arguments[0].equals("exit")) {
            System.exit(Integer.parseInt(arguments[1]));
        }
        if (arguments.length > 1 && arguments[0].equals("wait")) {
            Path told = Path.of(arguments[1]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in good order")));
            Files.writeString(told, Long.toString(ProcessHandle.current().pid()));
            Thread.currentThread().join();
        }
    }
}
