package io.elt.submit.yarn;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The jars in a shared file system, once for all jobs. Their folder is called after what is in them, so another version of
 * elt has another one, and whoever finds the folder needs not look into it: it gets its name when all files are whole.
 */
final class SharedLib {
    private static final FsPermission FOLDER = new FsPermission((short) 0755);
    private static final FsPermission FILE = new FsPermission((short) 0644);

    /** Most jars are small: their time is that of the questions to the NameNode. */
    private static final int AT_ONCE = 8;

    private final Path root;
    private final Configuration hadoop;

    SharedLib(URI root, Configuration hadoop) {
        this.root = new Path(root);
        this.hadoop = hadoop;
    }

    /**
     * The folder with these jars; they are uploaded if it is not there.
     *
     * @throws io.elt.diagnostic.EltException if they cannot be
     */
    Path provide(ClusterJars jars) {
        try (FileSystem files = FileSystem.newInstance(root.toUri(), hadoop)) {
            Path folder = files.makeQualified(new Path(root, jars.checksum()));
            if (!files.exists(folder)) {
                upload(files, jars, folder);
            }
            requirePublic(files, folder);
            return folder;
        } catch (IOException | IllegalArgumentException e) {
            // The second is what Hadoop makes of a host that is not known.
            throw YarnErrors.libNotShared(root.toString(), e);
        }
    }

    /**
     * What could be done here, without doing it.
     *
     * @throws io.elt.diagnostic.EltException if the jars cannot be put here, or not be read by all
     */
    String look() {
        try {
            FileSystem files = root.getFileSystem(hadoop);
            Path folder = files.makeQualified(root);
            Path there = folder;
            while (!files.exists(there)) {
                there = there.getParent();
            }
            files.access(there, FsAction.WRITE_EXECUTE);
            requirePublic(files, there);
            return there.equals(folder) ? "can be written" : "is made by the first run";
        } catch (IOException | IllegalArgumentException e) {
            // The second is what Hadoop makes of a host that is not known.
            throw YarnErrors.libNotShared(root.toString(), e);
        }
    }

    private static void upload(FileSystem files, ClusterJars jars, Path folder) throws IOException {
        Path unfinished = folder.suffix(".uploading-" + UUID.randomUUID());
        try {
            files.mkdirs(unfinished);
            files.setPermission(unfinished, FOLDER);
            copy(files, jars, unfinished);
            // False if somebody else was faster: then theirs is as good.
            files.rename(unfinished, folder);
        } finally {
            files.delete(unfinished, true);
        }
        if (!files.exists(folder)) {
            throw new IOException(unfinished + " cannot be renamed to " + folder);
        }
    }

    private static void copy(FileSystem files, ClusterJars jars, Path folder) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> copies = new ArrayList<>();
            for (var jar : jars.files()) {
                Path copy = new Path(folder, jars.nameInShared(jar));
                copies.add(threads.submit(() -> {
                    files.copyFromLocalFile(false, true, new Path(jar.toUri()), copy);
                    files.setPermission(copy, FILE);
                    return copy;
                }));
            }
            for (Future<?> copy : copies) {
                copy.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void requirePublic(FileSystem files, Path folder) throws IOException {
        for (Path each = folder; each != null; each = each.getParent()) {
            FileStatus status = files.getFileStatus(each);
            if (!status.getPermission().getOtherAction().implies(FsAction.EXECUTE)) {
                throw YarnErrors.libNotPublic(folder.toString(), each.toUri().getPath());
            }
        }
    }
}
