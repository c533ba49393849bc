package io.elt.project;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import static io.elt.diagnostic.Diagnostic.error;

/** What can be wrong with a file before its text matters. */
final class FileErrors {

    private FileErrors() {}

    static Diagnostic unreadable(String path, IOException cause) {
        String reason = reason(cause);
        return error(ErrorCode.FILE_UNREADABLE, "the file cannot be read: " + reason)
                .at(SourceSpan.ofFile(path));
    }

    /** The message of such an exception is the path, which is said already. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getMessage();
    }

    static Diagnostic notAFile(String path) {
        return error(ErrorCode.FILE_UNREADABLE, "this is a folder, a pipe or a device, and not a file")
                .at(SourceSpan.ofFile(path))
                .withHint("remove it, or give it another name");
    }

    static Diagnostic notAFolder(String path) {
        return error(ErrorCode.FILE_UNREADABLE, "this is not a folder")
                .at(SourceSpan.ofFile(path))
                .withHint("a project has its files in folders called sql, catalogs and macros");
    }

    static Diagnostic brokenLink(String path) {
        return error(ErrorCode.FILE_UNREADABLE, "the symbolic link leads nowhere")
                .at(SourceSpan.ofFile(path))
                .withHint("remove it, or put its target in place");
    }

    static Diagnostic linkLoop(String path) {
        return error(ErrorCode.FILE_UNREADABLE, "the symbolic link leads back to a folder that holds it")
                .at(SourceSpan.ofFile(path))
                .withHint("remove the link");
    }

    static Diagnostic outside(String path) {
        return error(ErrorCode.FILE_OUTSIDE_PROJECT, "the symbolic link leads out of the project")
                .at(SourceSpan.ofFile(path))
                .withHint("copy the file into the project: it must be whole wherever it is checked out");
    }

    static Diagnostic notUtf8(String path, int line, int column) {
        return error(ErrorCode.FILE_NOT_TEXT, "the file is not UTF-8 text")
                .at(SourceSpan.at(path, line, column))
                .withHint("save it as UTF-8");
    }

    static Diagnostic forbiddenCharacter(String path, SourceSpan span, int character) {
        return error(
                        ErrorCode.FILE_NOT_TEXT,
                        String.format("the file holds the character U+%04X, which is not text", character))
                .at(span)
                .withHint("remove it");
    }

    static Diagnostic tooLarge(String path, long bytes, long limit) {
        return error(
                        ErrorCode.FILE_TOO_LARGE,
                        "the file has " + bytes + " bytes, more than the " + limit + " that are allowed")
                .at(SourceSpan.ofFile(path))
                .withHint("data belongs in a source, not in a SQL file");
    }

    static Diagnostic duplicateName(SourceFile first, SourceFile second) {
        return error(ErrorCode.DUPLICATE_NAME, "the name '" + second.name() + "' is taken by " + first.path())
                .at(SourceSpan.ofFile(second.path()))
                .withHint(
                        "rename one of the files: a name must say which file is meant, also where case does not count");
    }

    static Diagnostic badName(String path) {
        return error(ErrorCode.BAD_FILE_NAME, "the file name cannot be used as a name")
                .at(SourceSpan.ofFile(path))
                .withHint("use letters, digits, '_', '-' and '.'");
    }
}
