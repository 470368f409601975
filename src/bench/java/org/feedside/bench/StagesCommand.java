package org.feedside.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures the stages each by itself. */
@Command(
        name = "stages",
        description = {
            "Measure the stages each by itself, with JMH.",
            "",
            "What follows goes to JMH; `stages -- -h` shows what it takes."
        })
final class StagesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For JMH.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
