package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedside.cli.Feedside;
import org.feedside.testing.InstalledPrograms;
import org.feedside.testing.PublishedFeed;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs {@code git checkout} between branches of a thousand posts each while readers poll. */
class CheckoutTest extends ServiceProcess {
    @TempDir
    private Path fresh = Path.of("");

    /** Posts that are on both branches: readers must always see them. */
    private volatile Set<String> lasting = names(300, 1_000);

    @Test
    void posts_of_both_branches_never_disappear_and_then_the_feeds_match_the_branch() throws Exception {
        assumeTrue(InstalledPrograms.find("git").isPresent(), "git is not installed");
        branches();
        var service = serve();

        try (var readers =
                new Subscriber(service.address(), 2, List.of("/atom.xml", "/tags/a/rss.xml"), this::checkPosts)) {
            readers.begin();
            git("checkout", "-q", "two");
            git("checkout", "-q", "one");
            await(service, "/tags/b/rss.xml", body -> body.contains(">p1<"));
            git("checkout", "-q", "two");
            new FreshBuild(site, fresh.resolve("two")).awaitAt(service.address());

            lasting = names(300, 1_300);
            // The service must see all of it at once: with fewer than half of the posts, it would publish a part first.
            signal(service, "STOP");
            git("checkout", "-q", "three");
            signal(service, "CONT");
            assertThat(prints(service, "700 of 1000 posts would disappear at once"))
                    .isTrue();
            var held = PublishedFeed.read(get(service, "/atom.xml").body().getBytes(StandardCharsets.UTF_8));
            assertThat(titles(held.orElseThrow())).isEqualTo(lasting);

            lasting = names(1_000, 1_300);
            assertThat(new CommandLine(new Feedside()).execute("accept", site.toString()))
                    .isZero();
            new FreshBuild(site, fresh.resolve("three")).awaitAt(service.address());
            assertThat(readers.faults()).isEmpty();
        }
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
    }

    private static void signal(Service service, String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(service.process().pid()))
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private void checkPosts(String path, PublishedFeed feed) {
        var titles = titles(feed);
        assertThat(titles).hasSameSizeAs(feed.entries());
        if (path.equals("/atom.xml")) {
            assertThat(titles).containsAll(lasting);
        }
    }

    private static Set<String> titles(PublishedFeed feed) {
        return feed.entries().stream().map(PublishedFeed.Entry::title).collect(Collectors.toSet());
    }

    private static Set<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "p" + i).collect(Collectors.toSet());
    }

    /**
     * Makes two branches that share 700 posts, 300 of them with other texts, and a third that shares 300 with the
     * second.
     */
    private void branches() throws IOException, InterruptedException {
        Files.delete(site.resolve("content/one.md"));
        Files.delete(site.resolve("content/two.md"));
        git("init", "-q", "-b", "one");
        posts(0, 1_000, "as in one");
        commit();
        git("checkout", "-q", "-b", "two");
        remove(0, 300);
        posts(300, 600, "as in two");
        posts(1_000, 1_300, "as in two");
        commit();
        git("checkout", "-q", "-b", "three");
        remove(300, 1_000);
        posts(2_000, 2_700, "as in three");
        commit();
        git("checkout", "-q", "one");
    }

    private void posts(int from, int to, String text) throws IOException {
        for (int i = from; i < to; i++) {
            post("p" + i, text, List.of("a", "b").get(i % 2));
        }
    }

    private void remove(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Files.delete(site.resolve("content/p%d.md".formatted(i)));
        }
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "-A", "content", "zola.toml");
        git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "-m", "Posts");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        InstalledPrograms.run(site, command);
    }
}
