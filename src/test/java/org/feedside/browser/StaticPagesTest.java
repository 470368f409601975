package org.feedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.disk.SystemDisk;
import org.feedside.cli.Service;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedsFolder;
import org.feedside.refreshing.ServiceOptions;
import org.feedside.testing.Corpora;
import org.feedside.testing.FolderServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The pages of real sites as files, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaticPagesTest {
    private static final int PAGES_PER_SITE = 3;

    private Path folder = Path.of("");
    private Optional<Chromium> chromium = Optional.empty();

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        if (!Corpora.folders().isEmpty()) {
            chromium = Optional.of(Chromium.start(temporary.resolve("profile")));
        }
    }

    @AfterAll
    void end() {
        chromium.ifPresent(Chromium::close);
    }

    @TestFactory
    Stream<DynamicTest> pages_of_real_sites_as_files_are_accessible() throws IOException {
        return Corpora.tests(this::check);
    }

    private void check(Path corpus) {
        var output = folder.resolve(corpus.getFileName().toString());
        var pages = write(corpus.resolve("site"), output).stream()
                .limit(PAGES_PER_SITE)
                .toList();
        assertThat(pages).isNotEmpty();
        var browser = chromium.orElseThrow();
        browser.forgetRequests();
        var pictures = new HashSet<String>();
        try (var server = FolderServer.of(output)) {
            for (var page : pages) {
                for (var window : List.of(390, 1440)) {
                    browser.window(window, window == 390 ? "dark" : "light").open(server.address() + page);
                    assertThat(browser.faults()).as("%s %d", page, window).isEmpty();
                    browser.driver()
                            .findElements(By.cssSelector(".posts img"))
                            .forEach(picture -> pictures.add(picture.getDomProperty("src")));
                }
            }
            // The browser's own pages have other schemes.
            assertThat(browser.requests())
                    .filteredOn(url -> url.startsWith("http"))
                    .isNotEmpty()
                    .allMatch(url -> url.startsWith(server.address().toString()));
            // The pictures of posts are files of the site, which this server does not have.
            assertThat(browser.errors())
                    .allMatch(error -> pictures.stream().anyMatch(picture -> error.startsWith(picture + " ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files of a site; returns the paths of its pages. */
    private List<String> write(Path source, Path output) {
        var site = new SiteFolder(source, Optional.empty(), Optional.empty());
        var settings = site.read(new SystemDisk()).value().orElseThrow().service();
        var options = new ServiceOptions(
                new SystemDisk(),
                Clock.systemUTC(),
                site,
                output.resolveSibling(output.getFileName() + ".state"),
                new BuildOptions(false, ZoneOffset.UTC),
                settings,
                false,
                false,
                Progress.NONE,
                RenderWatch.NONE);
        try (var service = new Service(options)) {
            Files.createDirectories(output);
            service.open();
            service.refresh();
            var files = service.published().current().asFiles(settings.http().moves());
            assertThat(new FeedsFolder(new SystemDisk(), output).write(files)).isEmpty();
            return files.documents().stream()
                    .filter(document -> document.kind() == Document.Kind.PAGE)
                    .map(Document::path)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
