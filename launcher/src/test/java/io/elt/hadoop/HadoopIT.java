package io.elt.hadoop;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** The servers that other tests rely on, asked with Hadoop's own clients. */
class HadoopIT {
    private final Hadoop hadoop = Hadoop.shared();

    @Test
    void keepsFiles() throws IOException {
        try (FileSystem files = FileSystem.newInstance(hadoop.fileSystem(), hadoop.configuration())) {
            Path file = new Path("/kept/file");
            try (var out = files.create(file)) {
                out.write("here".getBytes(StandardCharsets.UTF_8));
            }

            try (var in = files.open(file)) {
                assertThat(in.readAllBytes()).asString().isEqualTo("here");
            }
        }
    }

    @Test
    void hasOneNodeAndThreeQueues() throws Exception {
        try (YarnClient client = YarnClient.createYarnClient()) {
            client.init(hadoop.configuration());
            client.start();

            assertThat(client.getYarnClusterMetrics().getNumNodeManagers()).isEqualTo(1);
            assertThat(client.getRootQueueInfos())
                    .extracting(queue -> queue.getQueueName())
                    .containsExactlyInAnyOrder("default", "small", "closed");
        }
    }
}
