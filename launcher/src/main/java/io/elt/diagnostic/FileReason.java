package io.elt.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Why a file could not be read, written or deleted, in words: Java's own messages are often only the name of the file. */
public final class FileReason {
    private FileReason() {}

    public static String of(IOException error) {
        if (error instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(error.getMessage());
    }
}
