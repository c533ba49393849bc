package io.elt.runner.s3;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.fs.Path;
import org.apache.paimon.fs.PositionOutputStream;
import org.apache.paimon.fs.hadoop.HadoopFileIO;
import org.apache.paimon.hadoop.SerializableConfiguration;

import java.io.IOException;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The files of a lake in a bucket. */
public final class S3FileIo extends HadoopFileIO {
    private static final long serialVersionUID = 1L;

    private S3Settings settings = S3Settings.of(Map.of());

    /** What a catalog says wins over what Flink was given. It travels with the job's tables to where they are read and written. */
    @Override
    public void configure(CatalogContext context) {
        settings = S3Settings.ofCatalog(context.options().toMap());
        hadoopConf = new SerializableConfiguration(new Configuration(false));
    }

    @Override
    public boolean isObjectStore() {
        return true;
    }

    /**
     * A snapshot is committed, and a schema changed, by writing a file that nobody has written. Paimon would write it under
     * another name and rename it, which an object store does by copying: over what another process has written since.
     */
    @Override
    public boolean tryToWriteAtomic(Path path, String content) throws IOException {
        org.apache.hadoop.fs.Path object = new org.apache.hadoop.fs.Path(path.toUri());
        return switch (ConditionalPut.put(files(object), object, content.getBytes(UTF_8))) {
            case WRITTEN -> true;
            // The client repeats a request whose answer was lost: it may have been our own that was faster.
            case TAKEN -> exists(path) && readFileUtf8(path).equals(content);
            case UNKNOWN_TO_STORE -> !exists(path) && overwrite(path, content);
        };
    }

    /** The store replaces an object as a whole; there is nothing to rename. */
    @Override
    public void overwriteFileUtf8(Path path, String content) throws IOException {
        overwrite(path, content);
    }

    @Override
    protected org.apache.hadoop.fs.FileSystem createFileSystem(org.apache.hadoop.fs.Path path) throws IOException {
        return files(path);
    }

    private boolean overwrite(Path path, String content) throws IOException {
        try (PositionOutputStream out = newOutputStream(path, true)) {
            out.write(content.getBytes(UTF_8));
        }
        return true;
    }

    private S3AFileSystem files(org.apache.hadoop.fs.Path path) throws IOException {
        return S3FileSystems.of(path.toUri(), settings.overProcess());
    }
}
