package org.feedside.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that measures each stage with JMH. */
@Command(
        name = "stages",
        description = {
            "Measure each stage by itself, with JMH.",
            "",
            "The arguments are passed to JMH; `stages -- -h` lists its options."
        })
final class StagesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "An argument for JMH.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
