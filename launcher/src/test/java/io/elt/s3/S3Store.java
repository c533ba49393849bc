package io.elt.s3;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Started by the first test that asks and shared by all test classes of the JVM. Its objects are in its memory. */
public final class S3Store {
    public static final String ACCESS_KEY = "elt-test-user";
    public static final String SECRET_KEY = "elt-test-s3cret";

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static S3Store shared;

    private final Path folder;
    private final int port;
    private final Process process;

    private S3Store(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static synchronized S3Store shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    public URI endpoint() {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** What reaches it, by the keys of Flink and of Paimon. */
    public Map<String, String> settings() {
        return Map.of(
                "s3.endpoint",
                endpoint().toString(),
                "s3.access-key",
                ACCESS_KEY,
                "s3.secret-key",
                SECRET_KEY,
                "s3.path-style-access",
                "true");
    }

    /**
     * Makes an empty bucket.
     *
     * @return its address
     */
    public String bucket(String name) {
        AmazonS3 client = AmazonS3ClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(endpoint().toString(), "us-east-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials(ACCESS_KEY, SECRET_KEY)))
                .withPathStyleAccessEnabled(true)
                .build();
        client.createBucket(name);
        client.shutdown();
        return "s3://" + name;
    }

    private static S3Store start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "s3-");
            int port = freePort();
            Path settings = Files.write(
                    folder.resolve("s3proxy.properties"),
                    List.of(
                            "s3proxy.endpoint=http://" + HOST + ":" + port,
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            // What keeps its objects in files answers for a folder as if it were one of them.
                            "jclouds.provider=transient"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            S3StoreMain.class.getName(),
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
            S3Store store = new S3Store(folder, port, process);
            store.awaitReady();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot start", e);
        }
    }

    private static String classPath() {
        Path jars = Path.of("target", "s3-jars").toAbsolutePath();
        if (!Files.isDirectory(jars)) {
            throw new IllegalStateException(jars + " is not there: ./mvnw -pl launcher pre-integration-test makes it");
        }
        return Path.of("target", "test-classes").toAbsolutePath() + File.pathSeparator + jars + File.separator + "*";
    }

    private void awaitReady() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "the store did not start: " + Files.readString(folder.resolve("s3proxy.log")));
            }
            pause();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the store started", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
