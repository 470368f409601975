package org.feedside.base.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A copy of bytes in the folder of temporary files, for what only files can be used for. */
public final class TemporaryCopy {
    private TemporaryCopy() {}

    /** Passes a copy to {@code user} and deletes it then, or at the end of the process if a file in use cannot be deleted. */
    public static void use(InputStream bytes, String nameSuffix, Consumer<Path> user) throws IOException {
        var copy = Files.createTempFile("feedside", nameSuffix);
        try {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            user.accept(copy);
        } finally {
            if (!copy.toFile().delete()) {
                copy.toFile().deleteOnExit();
            }
        }
    }
}
