package io.elt.local.starrocks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server in a process of its own, which a test can kill. */
final class ServerProcess {
    private final Process process;
    private final int queryPort;
    private final int httpPort;

    private ServerProcess(Process process, int queryPort, int httpPort) {
        this.process = process;
        this.queryPort = queryPort;
        this.httpPort = httpPort;
    }

    /** The child: prints its ports and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
        StarRocksServer server =
                StarRocksServer.start(new StarRocksConfig(Path.of(arguments[0]), "127.0.0.1", 0, 0, ""));
        System.out.println("ready " + server.queryPort() + " " + server.httpPort());
        new CountDownLatch(1).await();
    }

    static ServerProcess start(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                String[] words = line.split(" ");
                return new ServerProcess(process, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            }
        }
        throw new IOException("the server did not start");
    }

    int queryPort() {
        return queryPort;
    }

    int httpPort() {
        return httpPort;
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
