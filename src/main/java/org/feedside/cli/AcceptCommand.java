package org.feedside.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.feedside.base.disk.SystemDisk;
import org.feedside.refreshing.guards.AcceptChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets most posts go at once. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = {
            "Say that the posts are as they should be, although most of them are gone.",
            "",
            "When more than half of the posts (and three at least) would go at once, `serve` and `build` keep what was "
                    + "published: the folder may be unmounted, or a checkout half done. This leaves the word that it is "
                    + "meant so. A running service takes it at once, otherwise the next `build` or `serve` does. It is "
                    + "good for the files that are there now, and once."
        })
final class AcceptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsFolderOption feeds = new FeedsFolderOption();

    @Override
    public Integer call() {
        var folder = site.folder();
        var posts = AcceptChanges.of(
                new SystemDisk(),
                folder,
                feeds.folder(folder),
                site.manner(),
                Clock.systemUTC().instant());
        var console = Console.of(spec);
        if (posts.value().isEmpty()) {
            console.err().problems(posts.problems());
            return ExitCode.USAGE;
        }
        console.out()
                .done(
                        "the folder is accepted as it is, with %s: a running service publishes it now, otherwise the next `build` or `serve` does"
                                .formatted(ExitCode.count(posts.value().get(), "post")));
        return ExitCode.DONE;
    }
}
