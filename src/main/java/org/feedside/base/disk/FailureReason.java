package org.feedside.base.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says in words why an operation on a file, or the start of a program, failed. Names of exceptions are for programmers only. */
public final class FailureReason {
    private static final Map<Class<?>, String> WORDS = Map.of(
            AccessDeniedException.class, "permission denied",
            NoSuchFileException.class, "no such file or folder",
            FileAlreadyExistsException.class, "another file is in its place",
            NotDirectoryException.class, "not a folder",
            DirectoryNotEmptyException.class, "a folder is in its place",
            AtomicMoveNotSupportedException.class, "the file system cannot replace a file");

    /** The message if a program cannot be started: {@code error=2, reason}, or in later JDKs {@code Exec failed, error: 2 (reason)}. */
    private static final Pattern START = Pattern.compile(".*error(?:=\\d+, |: \\d+ \\()([^)]*)\\)?\\s*");

    private FailureReason() {}

    /**
     * Returns the reason, on which the failures of many files agree: {@code no space left on device}. If a library wrapped a
     * failure of a file, it is the reason of that.
     */
    public static String of(Throwable e) {
        var inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        var failure = inner instanceof IOException ? inner : e;
        var system = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return Optional.ofNullable(WORDS.get(failure.getClass()))
                .or(() -> Optional.ofNullable(system).filter(text -> !text.isBlank()))
                .map(text -> inSentence(START.matcher(text).replaceFirst("$1")))
                .orElse("input or output failed");
    }

    /** Returns that a file cannot be read, why, and what to do. */
    public static String ofReading(IOException e) {
        return e instanceof NotAFileException
                ? String.valueOf(e.getMessage())
                : "the file cannot be read (%s): check its permissions".formatted(of(e));
    }

    /** Returns the reason and the file that it concerns, for an operation on several files. */
    public static String withFile(IOException e) {
        return e instanceof FileSystemException failure && failure.getFile() != null
                ? "%s: %s".formatted(failure.getFile(), of(e))
                : of(e);
    }

    /** Returns a message of the operating system as a part of a sentence. */
    private static String inSentence(String text) {
        var isSentence = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return isSentence ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
