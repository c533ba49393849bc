package io.elt.runner.lake;

import org.apache.paimon.fs.FileIO;
import org.apache.paimon.fs.FileIOLoader;
import org.apache.paimon.fs.Path;

/** Finds {@link AtomicFileIo} for Paimon, by the scheme of a warehouse's address. */
public final class AtomicFileIoLoader implements FileIOLoader {
    private static final long serialVersionUID = 1L;

    @Override
    public String getScheme() {
        return LakeFolder.SCHEME;
    }

    @Override
    public FileIO load(Path path) {
        return new AtomicFileIo();
    }
}
