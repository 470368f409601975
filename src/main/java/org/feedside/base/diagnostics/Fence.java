package org.feedside.base.diagnostics;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns a failure of our own code into a problem of the file that it works on, so that the other files go on. */
public final class Fence {
    private static final String ROOT = "org.feedside.";

    private Fence() {}

    /** Returns the result of the work, or why there is none. */
    public static <T> Parsed<T> of(String file, Supplier<T> work) {
        return reporting(file, work, failure -> {});
    }

    /** Also passes a failure to a listener, for example to log where it comes from. */
    public static <T> Parsed<T> reporting(String file, Supplier<T> work, Consumer<Throwable> failed) {
        try {
            return Parsed.of(work.get(), List.of());
        } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError e) {
            failed.accept(e);
            return Parsed.failed(problem(file, e));
        }
    }

    /** The problem for a failure of ours. It is the same each time, so it is logged once. */
    public static Diagnostic problem(String file, Throwable failure) {
        if (failure instanceof LimitException) {
            return Code.TOO_LARGE.error(file, String.valueOf(failure.getMessage()));
        }
        var isMemory = failure instanceof OutOfMemoryError;
        return (isMemory ? Code.MEMORY : Code.INTERNAL)
                .error(
                        file,
                        isMemory
                                ? "there is not enough memory for this: shorten it, or give Java more memory with -Xmx (what was published stays; the next scan tries again)"
                                : "internal error, please report it: %s (what was published stays; the next scan tries again)"
                                        .formatted(description(failure)));
    }

    private static String description(Throwable failure) {
        // How deep the stack was when it overflowed differs each time.
        if (failure instanceof VirtualMachineError) {
            return failure.getClass().getSimpleName();
        }
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith(ROOT)) {
                return failure + " at " + frame;
            }
        }
        return failure.toString();
    }
}
