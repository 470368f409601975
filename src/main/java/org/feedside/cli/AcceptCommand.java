package org.feedside.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.PrintableText;
import org.feedside.refreshing.guards.AcceptFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Accepts the removal of most posts. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = {
            "Accept the current posts, even though most of the published ones are missing.",
            "",
            "When more than half of the posts, and at least three, disappear at once, `serve` and `build` keep the "
                    + "published feeds: the folder may be unmounted, or a checkout may be incomplete. This command "
                    + "confirms that the removal is intended. A running service publishes it at once, otherwise the "
                    + "next `build` or `serve` does. The confirmation is valid once, for the files that exist now."
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
        var posts = new AcceptFile(new SystemDisk(), feeds.folder(folder))
                .acceptPosts(folder, site.buildOptions(), Clock.systemUTC().instant());
        var console = Console.of(spec);
        if (posts.value().isEmpty()) {
            console.err().problems(posts.problems());
            return ExitCode.USAGE;
        }
        console.out()
                .success(
                        "accepted the folder with %s: a running service publishes it now, otherwise the next `build` or `serve` does"
                                .formatted(PrintableText.count(posts.value().get(), "post")));
        return ExitCode.DONE;
    }
}
