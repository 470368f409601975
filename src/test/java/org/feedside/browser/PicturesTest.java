package org.feedside.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Takes screenshots of all kinds of pages, for people to check: {@code target/screenshots}. */
class PicturesTest {
    private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/screenshots"));

    @TempDir
    Path folder = Path.of("");

    /** A site, and the pages to take screenshots of. */
    private record SitePages(String name, Function<Path, WrittenSite> site, List<String> pages) {}

    private static final List<SitePages> SITES = List.of(
            new SitePages(
                    "many",
                    WrittenSite::many,
                    List.of("/feeds/", "/feeds/tags/rust/", "/feeds/all", "/feeds/tags/rust+oak-joints/")),
            new SitePages("few", WrittenSite::few, List.of("/feeds/", "/feeds/tags/boats/", "/feeds/quiet/")),
            new SitePages("french", WrittenSite::french, List.of("/feeds/", "/feeds/tags/bateaux/")),
            new SitePages("empty", WrittenSite::empty, List.of("/feeds/", "/feeds/all")),
            new SitePages("japanese", WrittenSite::japanese, List.of("/feeds/", "/feeds/tags/%E5%AD%A3%E7%AF%80/")),
            new SitePages("arabic", WrittenSite::arabic, List.of("/feeds/", "/feeds/tags/%D8%B7%D9%82%D8%B3/")),
            new SitePages(
                    "odd",
                    WrittenSite::odd,
                    List.of("/feeds/", "/feeds/all", "/feeds/nothing/", "/feeds/ohne-titel/")));

    @Test
    void pictures() throws IOException {
        try (var browser = Chromium.start(folder.resolve("profile"))) {
            for (var sight : SITES) {
                var written = sight.site().apply(folder.resolve(sight.name()));
                try (var serving = Serving.of(written.folder())) {
                    for (var page : sight.pages()) {
                        pictures(browser, serving.url(page), sight.name(), page);
                    }
                    pictures(browser, serving.operatorsUrl("/status"), sight.name(), "-status-");
                    pictures(browser, serving.operatorsUrl("/polls"), sight.name(), "-polls-");
                }
            }
        }
    }

    private static void pictures(Chromium browser, String url, String site, String page) {
        browser.open(url);
        var name = (site + page)
                .replaceAll("%[0-9A-F]{2}", "")
                .replaceAll("[^a-z0-9+]+", "-")
                .replaceAll("-$", "");
        for (var colours : List.of("light", "dark")) {
            pictures(browser, name, colours);
        }
        if (!browser.driver().findElements(By.tagName("details")).isEmpty()) {
            browser.driver()
                    .executeScript("document.querySelectorAll('details').forEach(details => details.open = true)");
            pictures(browser, name + "-open", "light");
        }
    }

    private static void pictures(Chromium browser, String name, String colours) {
        for (var width : List.of(390, 820, 1440)) {
            browser.window(width, colours).picture(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, colours)));
        }
    }
}
