package io.elt.hadoop;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Starts HDFS and YARN, writes the configuration of clients to a folder, and lives as long as somebody holds the other end
 * of its standard input: it ends with the process that started it, however that one ends.
 */
public final class HadoopMain {
    /** Written last: when it is there, everything listens. */
    static final String READY = "yarn-site.xml";

    private HadoopMain() {}

    /**
     * @param arguments the folder for all data, and the folder for the configuration
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Thread end = new Thread(() -> endWithParent(data), "end-with-parent");
        end.setDaemon(true);
        end.start();
        Path configuration = Path.of(arguments[1]);
        Configuration settings = new YarnConfiguration();
        storage(settings, data);
        scheduler(settings);
        nodes(settings, data);
        String user = System.getProperty("user.name");
        settings.set("hadoop.proxyuser." + user + ".hosts", "*");
        settings.set("hadoop.proxyuser." + user + ".users", "*");
        MiniDFSCluster files =
                new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
        files.waitActive();
        settings.set("fs.defaultFS", files.getFileSystem().getUri().toString());
        System.setProperty("test.build.data", data.resolve("yarn").toString());
        MiniYARNCluster yarn = new MiniYARNCluster("elt", 1, 1, 1);
        yarn.init(settings);
        yarn.start();
        yarn.waitForNodeManagersToConnect(60_000);
        Configuration clients = new Configuration(yarn.getConfig());
        // A class that only these servers have.
        clients.unset("net.topology.node.switch.mapping.impl");
        // With one copy of each block the client is as fast as the DataNode's report, and then waits.
        clients.setInt("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", 10);
        clients.setInt("dfs.client.block.write.locateFollowingBlock.retries", 10);
        write(clients, configuration.resolve("core-site.xml"));
        write(clients, configuration.resolve("hdfs-site.xml"));
        write(clients, configuration.resolve(READY));
        Thread.currentThread().join();
    }

    private static void storage(Configuration settings, Path data) {
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, data.resolve("hdfs").toString());
        settings.set("dfs.replication", "1");
        settings.set("dfs.namenode.fs-limits.min-block-size", "0");
        settings.set("hadoop.tmp.dir", data.resolve("tmp").toString());
    }

    /** Three queues: one for all, one with room for one application and no more, one that takes none. */
    private static void scheduler(Configuration settings) {
        String queues = "yarn.scheduler.capacity.root.";
        settings.set(
                "yarn.resourcemanager.scheduler.class",
                "org.apache.hadoop.yarn.server.resourcemanager.scheduler.capacity.CapacityScheduler");
        settings.set(queues + "queues", "default,small,closed");
        settings.set(queues + "default.capacity", "85");
        settings.set(queues + "small.capacity", "15");
        settings.set(queues + "small.maximum-capacity", "15");
        settings.set(queues + "small.maximum-am-resource-percent", "0.1");
        settings.set(queues + "closed.capacity", "0");
        settings.set(queues + "closed.state", "STOPPED");
        settings.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.9");
        for (String prefix : new String[] {"", "yarn.minicluster."}) {
            settings.set(prefix + "yarn.scheduler.minimum-allocation-mb", "128");
            // What containers ask for is only counted; they use about half of it.
            settings.set(prefix + "yarn.nodemanager.resource.memory-mb", "16384");
        }
        settings.set("yarn.scheduler.maximum-allocation-mb", "4096");
        settings.set("yarn.resourcemanager.am.max-attempts", "2");
        settings.set("yarn.cluster.max-application-priority", "10");
        // Containers start and end with a heartbeat of their node; a second is for thousands of nodes.
        settings.set("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", "200");
    }

    private static void nodes(Configuration settings, Path data) {
        settings.set("yarn.nodemanager.resource.cpu-vcores", "16");
        settings.set("yarn.nodemanager.pmem-check-enabled", "false");
        settings.set("yarn.nodemanager.vmem-check-enabled", "false");
        settings.set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "99.9");
        settings.set("yarn.log-aggregation-enable", "true");
        // What containers have logged stays for whoever looks into a failed test.
        settings.set("yarn.nodemanager.delete.debug-delay-sec", "3600");
        // Applications bring all that they need.
        settings.set(
                "yarn.application.classpath", data.resolve("no-such-folder").toString());
    }

    private static void write(Configuration configuration, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            configuration.writeXml(out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void endWithParent(Path data) {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // Nobody is there any more.
        }
        // Containers would live on without their NodeManager.
        killContainers();
        deleteCopies(data);
        // The NodeManager may have started others meanwhile.
        killContainers();
        Runtime.getRuntime().halt(0);
    }

    private static void killContainers() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Half a gigabyte of jars in blocks and caches; the logs stay. */
    private static void deleteCopies(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean isLog = file.toString().contains("logDir");
                if (!isLog && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            e.printStackTrace();
        }
    }
}
