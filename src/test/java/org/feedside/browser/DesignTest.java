package org.feedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The pages with any accent colour and language, with other ways to display them, and their sizes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignTest {
    /** How many random accent colours are tried: {@code -Daccents=200} is a thorough test. */
    private static final int ACCENTS = Integer.getInteger("accents", 3);

    private static final int MAX_BYTES = 60_000;

    private Path folder = Path.of("");
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        browser = Chromium.start(temporary.resolve("profile"));
    }

    @AfterAll
    void end() {
        browser.close();
    }

    @Test
    void any_accent_is_accessible() throws IOException {
        var seed = Long.getLong("accents.seed", new Random().nextLong());
        System.out.printf("accent colours: -Daccents.seed=%d%n", seed);
        var random = new Random(seed);
        var site = WrittenSite.few(folder.resolve("accents"));
        try (var serving = Serving.of(site.folder())) {
            for (int i = 0; i < ACCENTS; i++) {
                var accent = "#%06x".formatted(random.nextInt(1 << 24));
                site.write("feedside.toml", "accent = '" + accent + "'");
                serving.refresh();
                for (var colours : List.of("light", "dark")) {
                    browser.window(1440, colours).open(serving.url("/feeds/tags/boats/"));
                    assertThat(browser.faults()).as("%s %s", accent, colours).isEmpty();
                }
                assertThat(
                                browser.driver()
                                        .executeScript(
                                                "return getComputedStyle(document.documentElement).getPropertyValue('--accent')"))
                        .isEqualTo(accent);
            }
        }
    }

    @Test
    void every_language_is_accessible_at_every_zoom() throws IOException {
        var sites = List.of(
                WrittenSite.japanese(folder.resolve("ja")),
                WrittenSite.arabic(folder.resolve("ar")),
                WrittenSite.french(folder.resolve("fr")),
                WrittenSite.odd(folder.resolve("odd")));
        for (var site : sites) {
            try (var serving = Serving.of(site.folder())) {
                for (var page : List.of("/feeds/", "/feeds/all")) {
                    // A window of 1280 pixels is 640 wide at 200 %, and 320 at 400 %.
                    for (var width : List.of(320, 640)) {
                        browser.window(width, "light").open(serving.url(page));
                        assertThat(browser.faults())
                                .as("%s %s %d", site.folder(), page, width)
                                .isEmpty();
                    }
                    browser.window(640, "light")
                            .driver()
                            .executeScript("document.documentElement.style.fontSize = '200%'");
                    assertThat(browser.faults())
                            .as("%s %s, large text", site.folder(), page)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_language_that_is_written_from_right_to_left_begins_there() throws IOException {
        try (var serving = Serving.of(WrittenSite.arabic(folder.resolve("rtl")).folder())) {
            browser.window(1440, "light").open(serving.url("/feeds/all"));

            var driver = browser.driver();
            assertThat(driver.findElement(By.cssSelector("html")).getAttribute("dir"))
                    .isEqualTo("rtl");
            assertThat(driver.findElement(By.cssSelector(".site")).getRect().getX())
                    .isGreaterThan(driver.findElement(By.cssSelector(".bar a:last-child"))
                            .getRect()
                            .getX());
            assertThat(driver.findElement(By.cssSelector("#subscribe")).getText())
                    .isEqualTo("اشترك");
        }
    }

    @Test
    void forced_colours_keep_borders_and_focus() throws IOException {
        try (var serving = Serving.of(WrittenSite.few(folder.resolve("forced")).folder())) {
            browser.window(1440, "light").forcedColours().open(serving.url("/feeds/tags/boats/"));

            assertThat(browser.faults()).isEmpty();
            for (var element : browser.driver().findElements(By.cssSelector(".main, .chip, .address a"))) {
                assertThat(element.getCssValue("border-top-style")).isEqualTo("solid");
            }
            assertThat(browser.driver().executeScript("return matchMedia('(forced-colors: active)').matches"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_long_list_is_short_and_a_page_is_small() throws IOException, InterruptedException {
        try (var serving = Serving.of(WrittenSite.many(folder.resolve("many")).folder())) {
            var index = serving.url("/feeds/");
            assertThat(height(index, 1440)).isLessThanOrEqualTo(2 * 900);
            assertThat(height(index, 390)).isLessThanOrEqualTo(4 * 844);
            for (var page : List.of("/feeds/", "/feeds/all", "/feeds/tags/rust/")) {
                browser.open("about:blank").forgetRequests();
                browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
                browser.open(serving.url(page));
                var requests = browser.requests().stream()
                        .filter(url -> url.startsWith("http"))
                        .distinct()
                        .toList();
                assertThat(requests).hasSizeGreaterThanOrEqualTo(3).allMatch(url -> url.startsWith(serving.url("/")));
                var bytes = 0;
                for (var url : requests) {
                    bytes += length(url);
                }
                assertThat(bytes).as(page).isBetween(20_000, MAX_BYTES);
            }
        }
    }

    private long height(String url, int width) {
        browser.window(width, "light").open(url);
        var height = browser.driver().executeScript("return document.documentElement.scrollHeight");
        return Long.parseLong(String.valueOf(height));
    }

    private static int length(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body()
                .length;
    }
}
