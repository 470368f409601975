package org.feedside.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.feedside.testing.InstalledPrograms;
import org.feedside.testing.PublishedFeed;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/**
 * The editors in which editors save, step by step and by the editors themselves where they are installed: each save is
 * served, nothing else ever is, and nothing is output of the editors' own files.
 */
class EditorsTest extends ServiceProcess {
    private static final int SAVES = 3;

    private final Set<String> saved = ConcurrentHashMap.newKeySet();

    /** Replaces the text of a post. */
    @FunctionalInterface
    private interface Save {
        void of(Path post, String text) throws IOException, InterruptedException;
    }

    @Test
    void saving_in_the_steps_of_every_editor() throws Exception {
        var editors = new TreeMap<String, Save>();
        editors.put("vim by rename", EditorsTest::saveAsVimByRename);
        editors.put("vim in place", EditorsTest::saveAsVimInPlace);
        editors.put("emacs", EditorsTest::saveAsEmacs);
        editors.put("sed", EditorsTest::saveAsSed);
        editors.put("pieces", EditorsTest::saveInPieces);
        editors.put("deletion", EditorsTest::deleteAndWrite);

        check(editors);
    }

    @Test
    void saving_with_vim() throws Exception {
        var vim = installed("vim", "vim.tiny", "vi");

        check(Map.of(
                "vim by rename", (post, text) -> vim(vim, "no", post, text),
                "vim in place", (post, text) -> vim(vim, "yes", post, text)));
    }

    @Test
    void saving_with_emacs() throws Exception {
        var emacs = installed("emacs", "emacs-nox");

        check(Map.of("emacs", (post, text) -> emacs(emacs, post, text)));
    }

    @Test
    void saving_with_sed() throws Exception {
        var sed = installed("sed");

        check(Map.of(
                "sed", (post, text) -> run(sed, "-i", "$c\\" + text.lines().reduce("", (a, b) -> b), post.toString())));
    }

    /** Saves one post per editor a few times while a reader polls. */
    private void check(Map<String, Save> editors) throws Exception {
        for (var name : editors.keySet()) {
            save(name, "as it was", (post, text) -> Files.writeString(post, text));
        }
        var service = serve();
        try (var subscriber = new Subscriber(
                service.address(), 1, List.of("/atom.xml"), (path, feed) -> checkPosts(editors.keySet(), feed))) {
            subscriber.begin();
            for (int i = 1; i <= SAVES; i++) {
                for (var editor : editors.entrySet()) {
                    save(editor.getKey(), "time %d".formatted(i), editor.getValue());
                }
                var last = "time %d.".formatted(i);
                await(service, "/atom.xml", feed -> feed.split(last, -1).length == editors.size() + 1);
            }
            assertThat(subscriber.faults()).isEmpty();
        }
        assertThat(service.lines()).noneMatch(line -> line.contains("ERROR") || line.contains("WARN"));
    }

    private void save(String name, String time, Save save) throws IOException, InterruptedException {
        var body = "Saved by %s, %s.".formatted(name, time);
        saved.add(body);
        save.of(site.resolve("content/%s.md".formatted(name)), post(name, body, "a", "2025-01-01"));
    }

    private void checkPosts(Set<String> names, PublishedFeed feed) {
        var titles = new ArrayList<>(names);
        titles.addAll(List.of("one", "two"));
        assertThat(feed.entries()).extracting(PublishedFeed.Entry::title).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(feed.entries())
                .flatExtracting(PublishedFeed.Entry::html)
                .extracting(html -> html.replaceAll("<[^>]*>", "").strip())
                .allMatch(text -> saved.contains(text) || text.equals("First text.") || text.equals("Second text."));
    }

    private static Path beside(Path post, String before, String after) {
        return post.resolveSibling(before + post.getFileName() + after);
    }

    private static void saveAsVimByRename(Path post, String text) throws IOException {
        Files.writeString(beside(post, ".", ".swp"), "swap");
        Files.writeString(post.resolveSibling("4913"), "");
        Files.delete(post.resolveSibling("4913"));
        Files.move(post, beside(post, "", "~"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(post, text);
        Files.delete(beside(post, "", "~"));
        Files.delete(beside(post, ".", ".swp"));
    }

    private static void saveAsVimInPlace(Path post, String text) throws IOException {
        Files.writeString(beside(post, ".", ".swp"), "swap");
        Files.copy(post, beside(post, "", "~"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(post, text);
        Files.delete(beside(post, "", "~"));
        Files.delete(beside(post, ".", ".swp"));
    }

    private static void saveAsEmacs(Path post, String text) throws IOException {
        var lock = Files.createSymbolicLink(beside(post, ".#", ""), Path.of("ann@example.org.4711:1700000000"));
        Files.writeString(beside(post, "#", "#"), text.substring(0, text.length() / 2));
        Files.move(post, beside(post, "", "~"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(post, text);
        Files.delete(lock);
        Files.delete(beside(post, "#", "#"));
    }

    private static void saveAsSed(Path post, String text) throws IOException {
        Files.writeString(post.resolveSibling("sedQx3Vbt"), text);
        Files.move(post.resolveSibling("sedQx3Vbt"), post, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAndWrite(Path post, String text) throws IOException {
        Files.delete(post);
        Files.writeString(post, text);
    }

    private static void saveInPieces(Path post, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var channel = FileChannel.open(post, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int i = 0; i < bytes.length; i += 16) {
                channel.write(ByteBuffer.wrap(bytes, i, Math.min(16, bytes.length - i)));
            }
        }
    }

    private void vim(String vim, String backupcopy, Path post, String text) throws IOException, InterruptedException {
        var typed = Files.writeString(site.resolve("typed"), text);
        run(
                vim,
                "-es",
                "-N",
                "-u",
                "NONE",
                "-c",
                "set swapfile writebackup backupcopy=" + backupcopy,
                "-c",
                "edit " + post.toString().replace(" ", "\\ "),
                "-c",
                "%d",
                "-c",
                "0r " + typed,
                "-c",
                "wq");
    }

    private void emacs(String emacs, Path post, String text) throws IOException, InterruptedException {
        var typed = Files.writeString(site.resolve("typed"), text);
        run(emacs, "-Q", "--batch", "--eval", """
                (progn
                  (setq make-backup-files t create-lockfiles t)
                  (find-file "%s")
                  (auto-save-mode 1)
                  (erase-buffer)
                  (insert-file-contents "%s")
                  (do-auto-save t)
                  (save-buffer))""".formatted(post, typed));
    }

    /** Returns the first of these programs that is installed; skips the test if there is none. */
    private static String installed(String... names) {
        var found = InstalledPrograms.find(names);
        assumeTrue(found.isPresent(), () -> String.join(", ", names) + ": not installed");
        return found.orElseThrow().toString();
    }

    private void run(String... command) throws IOException, InterruptedException {
        InstalledPrograms.run(site, List.of(command));
    }
}
