package io.elt.runner.lake;

import org.apache.paimon.fs.Path;
import org.apache.paimon.fs.local.LocalFileIO;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Local files of which nobody ever sees half. Paimon overwrites the place of a reader at each of its checkpoints, and on a
 * local disk it does so in place; the writer of the table, which looks at all places at each commit, then finds an empty
 * file now and then, and its job fails. Object stores replace a file as a whole. HDFS could, but Paimon 1.3 does not let it: what
 * it wraps around Hadoop's client hides the rename that overwrites.
 */
public final class AtomicFileIo extends LocalFileIO {
    private static final long serialVersionUID = 1L;

    @Override
    public File toFile(Path path) {
        return new File(LakeFolder.unescape(super.toFile(path).getPath()));
    }

    /**
     * A snapshot is committed by giving it its name, and must fail when another process was faster. To look and then to
     * move, as Paimon does on a local disk, replaces the commit of that one now and then; a second name for a file is given
     * only if nobody has it.
     */
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        java.nio.file.Path source = toFile(from).toPath();
        java.nio.file.Path target = toFile(to).toPath();
        if (!Files.isRegularFile(source) || Files.isDirectory(target)) {
            return super.rename(from, to);
        }
        Files.createDirectories(target.getParent());
        try {
            Files.createLink(target, source);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // A disk without second names.
            return super.rename(from, to);
        }
        Files.delete(source);
        return true;
    }

    @Override
    public void overwriteFileUtf8(Path path, String content) throws IOException {
        java.nio.file.Path target = toFile(path).toPath();
        // With the dot in front it is no place of a reader, if a killed process leaves it.
        java.nio.file.Path written = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(target.getParent());
        Files.writeString(written, content);
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
