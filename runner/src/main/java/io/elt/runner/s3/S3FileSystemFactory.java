package io.elt.runner.s3;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.runtime.fs.hdfs.HadoopFileSystem;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Finds the client of a bucket for Flink, where no plugin of Flink does. */
public class S3FileSystemFactory implements FileSystemFactory {
    private S3Settings settings = S3Settings.of(Map.of());

    @Override
    public String getScheme() {
        return "s3";
    }

    /** Flink also calls it where nobody has told it anything, for what asks before the settings are there. */
    @Override
    public void configure(Configuration flink) {
        settings = S3Settings.of(flink.toMap());
        if (!settings.isEmpty()) {
            settings.useInProcess();
        }
    }

    @Override
    public FileSystem create(URI address) throws IOException {
        return new HadoopFileSystem(S3FileSystems.of(address, settings));
    }

    /** As Hadoop calls it. */
    public static final class OfHadoop extends S3FileSystemFactory {
        @Override
        public String getScheme() {
            return "s3a";
        }
    }
}
