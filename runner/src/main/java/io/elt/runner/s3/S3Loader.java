package io.elt.runner.s3;

import org.apache.paimon.fs.FileIO;
import org.apache.paimon.fs.FileIOLoader;
import org.apache.paimon.fs.Path;

/** Finds {@link S3FileIo} for Paimon, by the scheme of a warehouse's address. */
public class S3Loader implements FileIOLoader {
    private static final long serialVersionUID = 1L;

    @Override
    public String getScheme() {
        return "s3";
    }

    @Override
    public FileIO load(Path path) {
        return new S3FileIo();
    }

    /** As Hadoop calls it. */
    public static final class OfHadoop extends S3Loader {
        private static final long serialVersionUID = 1L;

        @Override
        public String getScheme() {
            return "s3a";
        }
    }
}
