package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.pipeline.Progress;
import org.feedside.site.Post;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that end during a refresh. Only a post that ends two of them alone is set aside. */
class DeathRecordTest {
    private final World world = new World();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    /** The posts at which the last process was recording. */
    private final List<String> recorded = Collections.synchronizedList(new ArrayList<>());

    /** Ends the process: no part of the program catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void write_posts() {
        world.post("a", "2026-01-01");
        world.post("b", "2026-01-02");
        world.post("c", "2026-01-03");
    }

    /** Renders each post with an action that may end the process. */
    private void process(String harmful, Runnable action) {
        begun.clear();
        recorded.clear();
        world.restart();
        world.watch = post -> {
            var name = name(post);
            begun.add(name);
            if (exists("rendering")) {
                recorded.add(name);
            }
            if (name.equals(harmful)) {
                action.run();
            }
        };
    }

    private static String name(Post post) {
        return post.page().path().path().replace(".md", "");
    }

    private boolean exists(String file) {
        try {
            return world.disk
                    .entry(world.folder().folder().resolve("feeds/.feedside").resolve(file))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endsAt(String harmful) {
        process(harmful, () -> {
            throw new Killed();
        });
        assertThatThrownBy(world::refresh).isInstanceOf(Killed.class);
    }

    private void endsWhileEncoding() {
        process("", () -> {});
        world.progress = (work, done, total) -> {
            if (work.equals("making feeds")) {
                throw new Killed();
            }
        };
        world.restart();
        assertThatThrownBy(world::refresh).isInstanceOf(Killed.class);
        world.progress = Progress.NONE;
    }

    private List<String> problems() {
        process("", () -> {});
        return world.refresh().problems().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void a_post_that_ends_two_processes_alone_is_set_aside_until_it_changes() {
        // The first one records nothing.
        endsAt("b");
        endsAt("b");
        endsAt("b");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("b.md:1:1: error: Feedside ended 2 times while this post was rendered");
        assertThat(world.titles("atom.xml")).containsExactly("c", "a");
        world.post("b", "2026-01-04");
        assertThat(world.refresh().problems()).isEmpty();
        assertThat(world.titles("atom.xml")).containsExactly("b", "c", "a");
    }

    @Test
    void the_post_of_the_last_end_is_tried_first_and_is_innocent_if_it_succeeds() {
        endsAt("c");
        endsAt("c");
        endsAt("b");
        assertThat(begun.get(0)).isEqualTo("c");
        endsAt("c");
        assertThat(begun.get(0)).isEqualTo("b");

        assertThat(problems()).isEmpty();
        assertThat(world.titles("atom.xml")).containsExactly("c", "b", "a");
        assertThat(exists("rendering")).isFalse();
    }

    @Test
    void an_end_after_all_posts_are_rendered_blames_none() {
        for (int i = 0; i < 4; i++) {
            endsWhileEncoding();
        }

        assertThat(problems()).isEmpty();
        assertThat(world.titles("atom.xml")).containsExactly("c", "b", "a");
    }

    @Test
    void a_stop_during_a_refresh_that_does_not_end_in_time_does_not_count() {
        endsAt("b");
        process("b", () -> {
            world.refresher.close();
            throw new Killed();
        });
        assertThatThrownBy(world::refresh).isInstanceOf(Killed.class);

        assertThat(problems()).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void nothing_is_recorded_after_a_stop_and_the_file_of_an_earlier_version_is_no_end() {
        world.write("feeds/.feedside/process", "123\n");
        assertThat(problems()).isEmpty();
        assertThat(recorded).isEmpty();
        world.refresher.close();

        world.post("b", "2026-01-04");
        assertThat(problems()).isEmpty();
        assertThat(recorded).isEmpty();
    }
}
