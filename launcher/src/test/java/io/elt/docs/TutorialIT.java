package io.elt.docs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A newcomer reads the tutorial from top to bottom, and it is as it says. */
class TutorialIT {
    @TempDir
    Path folder;

    @Test
    void everyStepWorksAsShown() throws Exception {
        Reader reader = new Reader(folder, environment());
        try {
            reader.follow(Markdown.read("docs/tutorial.md"));
        } finally {
            reader.close();
        }
    }

    private static Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("NO_COLOR", "1");
        environment.put("ELT", Markdown.ROOT.toString());
        environment.put("JARS", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        environment.put("PATH", java + ":" + System.getenv("PATH"));
        for (String port : new String[] {"KAFKA", "STARROCKS", "STARROCKS_HTTP", "FLINK"}) {
            environment.put("ELT_PORT_" + port, String.valueOf(freePort()));
        }
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
