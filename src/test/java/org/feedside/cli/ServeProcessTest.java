package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The real process on a real folder, with requests over real sockets. */
class ServeProcessTest extends ServiceProcess {
    @Test
    void an_edit_shows_in_the_feeds_of_its_tags_and_in_no_others() throws Exception {
        var service = serve();
        var site = get(service, "/atom.xml");
        var other = get(service, "/tags/b/atom.xml");

        post("one", "Edited in place.", "a");
        await(service, "/atom.xml", body -> body.contains("Edited in place."));
        var edited = await(service, "/tags/a/rss.xml", body -> body.contains("Edited in place."));

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(tag(get(service, "/atom.xml"))).isNotEqualTo(tag(site));
        assertThat(tag(get(service, "/tags/b/atom.xml"))).isEqualTo(tag(other));
        assertThat(modified(get(service, "/tags/b/atom.xml"))).isEqualTo(modified(other));
    }

    @Test
    void renamed_added_and_deleted_posts_are_published() throws Exception {
        var service = serve();

        var temporary =
                Files.writeString(site.resolve("content/.one.md.tmp"), post("one", "Renamed over.", "a", "2025-01-01"));
        Files.move(temporary, site.resolve("content/one.md"), StandardCopyOption.ATOMIC_MOVE);
        await(service, "/atom.xml", body -> body.contains("Renamed over."));

        Files.createDirectories(site.resolve("content/new/deep"));
        Files.writeString(
                site.resolve("content/new/deep/three.md"), post("three", "In a new folder.", "c", "2025-01-03"));
        await(service, "/tags/c/atom.xml", body -> body.contains("In a new folder."));

        Files.delete(site.resolve("content/two.md"));
        await(service, "/atom.xml", body -> !body.contains("Second text."));
        assertThat(get(service, "/tags/b/atom.xml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_broken_post_is_reported_once_with_its_place_and_keeps_its_version() throws Exception {
        var service = serve();

        write("content/one.md", "+++\ntitle = \"one\n+++\nBroken.\n");
        post("two", "Edited after the break.", "b");
        var answer = await(service, "/atom.xml", body -> body.contains("Edited after the break."));

        assertThat(answer.body()).contains("First text.").doesNotContain("Broken.");
        assertThat(prints(service, "content/one.md:2:")).isTrue();
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void after_kill_9_everything_is_served_as_before() throws Exception {
        var service = serve();
        post("one", "Edited before the kill.", "a");
        var before = await(service, "/tags/a/atom.xml", body -> body.contains("Edited before the kill."));

        service.process().destroyForcibly().waitFor();
        var after = get(serve(), "/tags/a/atom.xml");

        assertThat(after.body()).isEqualTo(before.body());
        assertThat(tag(after)).isEqualTo(tag(before));
        assertThat(modified(after)).isEqualTo(modified(before));
    }

    @Test
    void published_feeds_are_served_although_the_configuration_is_broken() throws Exception {
        var first = serve();
        var before = get(first, "/atom.xml");
        first.process().destroyForcibly().waitFor();
        write("zola.toml", "base_url = \n");

        var second = serve();

        assertThat(get(second, "/atom.xml").body()).isEqualTo(before.body());
        assertThat(prints(second, "degraded")).isTrue();
    }

    @Test
    void the_native_library_is_loaded_before_clients_can_use_up_the_file_descriptors() throws Exception {
        var maps = Path.of("/proc/%d/maps".formatted(serve().process().pid()));

        assertThat(!Files.exists(maps) || Files.readString(maps).contains("libbrotli"))
                .isTrue();
    }

    @Test
    void brotli_comes_back_after_a_moment_in_which_its_library_could_not_be_loaded() throws Exception {
        var temporary = site.resolve("temporary");
        virtualMachine = List.of("-Djava.io.tmpdir=" + temporary);
        var service = serve();
        assertThat(prints(service, "gzip only: brotli's library cannot be loaded ("))
                .isTrue();

        Files.createDirectory(temporary);
        post("three", "Third text.", "a");

        assertThat(prints(service, "Brotli is available now")).isTrue();
        awaitResponse(
                service,
                "/atom.xml",
                response -> response.headers().firstValue("Content-Encoding").equals(Optional.of("br")),
                "Accept-Encoding",
                "br");
    }

    @Test
    void the_log_names_the_page_of_all_feeds_and_the_root_leads_there() throws Exception {
        var service = serve();

        assertThat(prints(service, "all feeds are listed at " + service.address() + "/feeds/"))
                .isTrue();
        assertThat(get(service, "/").headers().firstValue("Location")).contains("feeds/");
    }

    @Test
    void serve_stops_cleanly_on_sigterm() throws Exception {
        var service = serve();

        service.terminate();

        assertThat(service.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(prints(service, "stopped")).isTrue();
    }

    @Test
    void a_locale_that_cannot_decode_names_of_posts_is_reported_and_removes_no_post() throws Exception {
        write("content/für.md", post("für", "Umlaut.", "a", "2025-01-02"));
        var first = serve();
        first.process().destroyForcibly().waitFor();

        locale = "POSIX";
        var second = serve();

        assertThat(get(second, "/atom.xml").body()).contains("Umlaut.").contains("First text.");
        assertThat(prints(second, "degraded")).isTrue();
    }

    @Test
    void feeds_whose_names_the_locale_cannot_encode_are_served_and_their_files_stay() throws Exception {
        var settings = Files.readString(site.resolve("zola.toml"));
        write("zola.toml", settings + "[slugify]\ntaxonomies = \"off\"\n");
        write("content/für.md", post("für", "Umlaut.", "a", "2025-01-02"));
        post("three", "Published before.", "été");
        serve().process().destroyForcibly().waitFor();
        var file = site.resolve("feeds/tags/été/atom.xml");
        var published = Files.readString(file);
        Files.delete(site.resolve("content/für.md"));
        post("three", "Edited.", "été");

        locale = "POSIX";
        var service = serve();
        var served = await(service, "/tags/%C3%A9t%C3%A9/atom.xml", body -> body.contains("Edited."));

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(prints(service, "cannot be written in this locale: set LC_ALL=C.UTF-8"))
                .isTrue();
        assertThat(service.lines()).noneMatch(line -> line.contains("Exception"));
        assertThat(file).hasContent(published);
    }

    @Test
    void a_folder_whose_name_the_locale_cannot_decode_is_refused_with_advice() throws Exception {
        locale = "POSIX";
        within = List.of("sh", "-c", "\"$@\" site-$(printf '\\303\\251')", "sh");

        assertThat(refusal(feedside("build")))
                .isEqualTo("error: the locale cannot decode an argument or the current folder: set LC_ALL=C.UTF-8\n");
    }

    @Test
    void a_second_service_on_the_same_folder_is_rejected() throws Exception {
        serve();

        assertThat(refusal(launch("--port", "0")))
                .contains("is in use by another Feedside")
                .doesNotContain("Exception");
    }
}
