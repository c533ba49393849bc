package io.elt.local.kafka;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The data folder as the broker wants it: formatted once, then left as it is. */
record BrokerStorage(MetaPropertiesEnsemble properties, BootstrapMetadata bootstrap) {

    static BrokerStorage open(Path folder) throws IOException {
        String directory = folder.toAbsolutePath().toString();
        try {
            MetaPropertiesEnsemble found = load(directory);
            if (found.logDirProps().isEmpty()) {
                format(directory);
                found = load(directory);
            }
            found.verify(
                    Optional.empty(),
                    OptionalInt.of(BrokerSettings.NODE_ID),
                    EnumSet.of(MetaPropertiesEnsemble.VerificationFlag.REQUIRE_METADATA_LOG_DIR));
            return new BrokerStorage(found, new BootstrapDirectory(directory, Optional.empty()).read());
        } catch (Exception e) {
            throw new IOException("cannot use " + folder + " as Kafka's data folder: " + e.getMessage(), e);
        }
    }

    private static MetaPropertiesEnsemble load(String directory) throws IOException {
        return new MetaPropertiesEnsemble.Loader()
                .addMetadataLogDir(directory)
                .addLogDirs(List.of(directory))
                .load();
    }

    private static void format(String directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setDirectories(List.of(directory))
                .setMetadataLogDirectory(directory)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .run();
    }
}
