package org.feedside.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The folder of a site, and what the commands that run in this process print. */
abstract class CommandRun {
    @TempDir
    protected Path site = Path.of("");

    protected final StringWriter out = new StringWriter();
    protected final StringWriter err = new StringWriter();

    protected int feedside(String... arguments) {
        return feedside(Feedside.commandLine(), arguments);
    }

    protected int feedside(CommandLine command, String... arguments) {
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    protected void write(String path, String text) throws IOException {
        var file = site.resolve(path);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, text);
    }
}
