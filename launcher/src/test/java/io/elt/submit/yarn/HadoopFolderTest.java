package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HadoopFolderTest {
    private static final String FILE =
            "<configuration><property><name>%s</name><value>%s</value></property></configuration>";

    @TempDir
    private Path folder;

    @Test
    void theProjectsFolderWinsOverThatOfTheEnvironment() throws IOException {
        Path ours = write("ours", "yarn-site.xml", "yarn.resourcemanager.hostname", "ours");
        Path theirs = write("theirs", "yarn-site.xml", "yarn.resourcemanager.hostname", "theirs");
        Map<String, String> environment = Map.of("HADOOP_CONF_DIR", theirs.toString(), "YARN_CONF_DIR", "/nowhere");

        assertThat(manager(HadoopFolder.find(Optional.of(ours), environment))).isEqualTo("ours");
        assertThat(manager(HadoopFolder.find(Optional.empty(), environment))).isEqualTo("theirs");
        assertThat(manager(HadoopFolder.find(Optional.empty(), Map.of("YARN_CONF_DIR", theirs.toString()))))
                .isEqualTo("theirs");
    }

    @Test
    void allFilesAreReadAndTravel() throws IOException {
        write("conf", "core-site.xml", "fs.defaultFS", "hdfs://here:9000");
        Path conf = write("conf", "yarn-site.xml", "yarn.resourcemanager.hostname", "here");
        Files.writeString(conf.resolve("README"), "not for containers");

        HadoopFolder hadoop = HadoopFolder.find(Optional.of(conf), Map.of());

        assertThat(hadoop.load().get("fs.defaultFS")).isEqualTo("hdfs://here:9000");
        assertThat(hadoop.files())
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("core-site.xml", "yarn-site.xml");
    }

    @Test
    void whatFlinkDeploysByIsNotWhatTheLakeIsReadBy() throws IOException {
        Path conf = write("conf", "core-site.xml", "fs.defaultFS", "viewfs://cluster/");
        write("conf", "yarn-site.xml", "yarn.resourcemanager.hostname", "here");

        assertThat(HadoopFolder.find(Optional.of(conf), Map.of()).load().get("fs.viewfs.impl.disable.cache"))
                .isEqualTo("true");
    }

    @Test
    void nobodySaysWhereItIs() {
        assertThatThrownBy(() -> HadoopFolder.find(Optional.empty(), Map.of()))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("ELT7030");
    }

    @Test
    void aFolderOfHdfsOnlyIsNotEnough() throws IOException {
        Path conf = write("conf", "core-site.xml", "fs.defaultFS", "hdfs://here:9000");

        assertThatThrownBy(() -> HadoopFolder.find(Optional.of(conf), Map.of()))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("no readable yarn-site.xml in " + conf);
    }

    private static String manager(HadoopFolder hadoop) {
        return hadoop.load().get("yarn.resourcemanager.hostname");
    }

    private Path write(String name, String file, String key, String value) throws IOException {
        Path conf = Files.createDirectories(folder.resolve(name));
        Files.writeString(conf.resolve(file), FILE.formatted(key, value));
        return conf;
    }
}
