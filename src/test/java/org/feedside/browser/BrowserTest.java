package org.feedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Tests the pages in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String BOATS = "https://notes.example.org/tags/boats/atom.xml";

    private final List<AutoCloseable> open = new ArrayList<>();

    private Chromium browser;
    private ChromeDriver driver;
    private Serving few;
    private Serving many;
    private Serving odd;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        browser = opened(Chromium.start(folder.resolve("profile")));
        driver = browser.driver();
        few = opened(Serving.of(WrittenSite.few(folder.resolve("few")).folder()));
        many = opened(Serving.of(WrittenSite.many(folder.resolve("many")).folder()));
        odd = opened(Serving.of(WrittenSite.odd(folder.resolve("odd")).folder()));
    }

    @AfterAll
    void end() throws Exception {
        for (var resource : open) {
            resource.close();
        }
    }

    @BeforeEach
    void setUp() {
        browser.window(1440, "light").withScripts(true);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(resource);
        return resource;
    }

    @Test
    void the_list_of_feeds_links_to_the_page_of_each() {
        browser.open(few.url("/feeds/"));

        assertThat(texts("h2")).containsExactly("All posts", "Collections", "tags", "Import all feeds");
        assertThat(texts(".feed h3")).containsExactly("Tidewater", "Quiet days", "boats", "harbour", "storms");
        assertThat(feedLine("boats").findElement(By.cssSelector("summary")).getText())
                .contains("2 posts", "8 March 2024");

        driver.findElement(By.linkText("boats")).click();

        untilAt(few.url("/feeds/tags/boats/"));
        assertThat(texts("h1")).containsExactly("boats");
        assertThat(texts(".posts h3")).containsExactly("Seven knots that hold", "A mooring for the winter");
        assertThat(texts(".posts time")).containsExactly("8 March 2024", "4 March 2024");
        assertThat(texts(".related a")).singleElement().asString().startsWith("harbour");
    }

    @Test
    void the_head_of_a_page_links_to_its_feeds() {
        browser.open(few.url("/feeds/tags/boats/"));

        assertThat(attributes("link[rel=alternate]", "type"))
                .containsExactly("application/atom+xml", "application/rss+xml", "application/feed+json");
        assertThat(attributes("link[rel=alternate]", "href")).first().isEqualTo(BOATS);
    }

    @Test
    void a_filter_finds_tags_and_shows_their_number() {
        browser.open(many.url("/feeds/"));
        var field = driver.findElement(By.cssSelector("[data-filter] input"));

        field.sendKeys("OAK");

        assertThat(texts(".feed h3"))
                .containsExactly(
                        "oak bowls", "oak boxes", "oak chairs", "oak finish", "oak joints", "oak spoons", "oak tools");
        assertThat(driver.findElement(By.cssSelector("[data-filter] [role=status]"))
                        .getText())
                .isEqualTo("7 of 85 feeds");
        assertThat(texts("h2")).containsExactly("tags", "Import all feeds");

        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);

        assertThat(texts(".feed h3")).hasSize(85);
    }

    @Test
    void a_short_list_has_no_filter() {
        browser.open(few.url("/feeds/"));

        assertThat(driver.findElements(By.cssSelector("[data-filter]"))).isEmpty();
    }

    @Test
    void a_button_copies_the_address() {
        browser.open(few.url("/feeds/")).mayUseTheClipboard(few.url(""));
        var button = feedLine("boats").findElement(By.cssSelector(":scope > .copy"));

        button.click();

        until(() -> button.getText().startsWith("Copied"));
        assertThat(driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0])"))
                .isEqualTo(BOATS);
        assertThat(driver.findElement(By.cssSelector("body > [role=status]")).getAttribute("textContent"))
                .isEqualTo("Copied the address of boats");
    }

    @Test
    void every_copy_button_names_its_address() {
        browser.open(few.url("/feeds/tags/boats/"));

        assertThat(attributes(".address .copy", "textContent"))
                .containsExactly(
                        "Copy the Atom address of boats",
                        "Copy the RSS address of boats",
                        "Copy the JSON Feed address of boats");
    }

    @Test
    void a_form_opens_the_feed_of_several_tags() {
        browser.open(few.url("/feeds/tags/boats/"));

        choose("with", 1, "harbour");
        driver.findElement(By.cssSelector("form .main")).click();

        untilAt(few.url("/feeds/tags/boats+harbour/"));
        assertThat(texts("h1")).containsExactly("boats + harbour");
        assertThat(texts(".posts h3")).containsExactly("A mooring for the winter");
        assertThat(texts(".address a")).contains("https://notes.example.org/tags/boats+harbour/atom.xml");
    }

    @Test
    void without_scripts_addresses_are_visible_and_the_form_works() {
        browser.withScripts(false).open(few.url("/feeds/all"));

        assertThat(texts(".address a")).contains("https://notes.example.org/atom.xml");
        assertThat(driver.findElements(By.cssSelector("button.copy"))).isEmpty();

        driver.findElement(By.cssSelector("[value=any]")).click();
        choose("with", 0, "storms");
        choose("with", 1, "harbour");
        choose("without", 0, "boats");
        driver.findElement(By.cssSelector("form .main")).click();

        untilAt(few.url("/feeds/tags/harbour,storms,-boats/"));
        assertThat(texts(".posts h3")).containsExactly("First frost", "What the glass said");
    }

    @Test
    void without_scripts_the_list_shows_addresses_after_a_click() {
        browser.withScripts(false).open(few.url("/feeds/"));
        var feed = feedLine("boats");

        assertThat(feed.findElement(By.cssSelector(".address a")).isDisplayed()).isFalse();

        feed.findElement(By.cssSelector("summary")).click();

        assertThat(feed.findElement(By.cssSelector(".address a")).getText()).isEqualTo(BOATS);
    }

    @Test
    void an_empty_form_shows_a_message() {
        browser.open(few.url("/feeds/all"));

        driver.findElement(By.cssSelector("form .main")).click();

        until(() -> !driver.findElements(By.cssSelector("[role=alert]")).isEmpty());
        assertThat(texts("[role=alert]")).singleElement().asString().contains("Nothing is chosen yet");
        assertThat(texts("h1")).containsExactly("Tidewater");
    }

    @Test
    void the_keyboard_reaches_everything() {
        browser.open(few.url("/feeds/tags/boats/"));

        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("Skip to content");
        assertThat(focused().getRect().getY()).isPositive();
        press(Keys.ENTER);
        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo(BOATS);
        press(Keys.TAB);
        assertThat(focused().getText()).startsWith("Copy");
        assertThat(focused().getCssValue("outline-style")).isEqualTo("solid");

        for (int i = 0; !focused().getTagName().equals("select"); i++) {
            assertThat(i).as("tabs until the form").isLessThan(20);
            press(Keys.TAB);
        }
        press(Keys.TAB);
        press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER);

        untilAt(few.url("/feeds/tags/boats+harbour/"));
    }

    @Test
    void a_browser_at_a_feed_sees_its_page_and_scripts_get_the_feed() {
        var feed = few.url("/tags/boats/rss.xml");
        // The policy of the pages forbids scripts to fetch. An extension has its own policy.
        driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
        try {
            browser.open(few.url("/feeds/"));
            assertThat(fetched(feed)).contains("200 application/rss+xml");

            // The browser now has the feed in its cache, with an entity tag.
            browser.open(feed);

            untilAt(few.url("/feeds/tags/boats/"));
            assertThat(fetched(feed)).contains("200 application/rss+xml");
        } finally {
            driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", false));
        }
    }

    private String fetched(String url) {
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(r => done(r.status + ' ' + r.headers.get('Content-Type')), done)",
                url));
    }

    @Test
    void a_browser_at_a_feed_sees_the_feed_if_configured(@TempDir Path folder) throws IOException {
        try (var serving =
                Serving.of(WrittenSite.few(folder.resolve("raw")).folder(), Settings.of("browsers = 'feed'"))) {
            browser.open(serving.url("/tags/boats/rss.xml"));

            untilAt(serving.url("/tags/boats/rss.xml"));
            assertThat(texts("body")).singleElement().asString().contains("<rss ");
        }
    }

    @Test
    void the_pages_are_accessible() {
        for (var page :
                List.of("/feeds/", "/feeds/all", "/feeds/tags/boats/", "/feeds/tags/boats+harbour/", "/feeds/quiet/")) {
            accessible(few, page);
        }
        accessible(few, "/feeds/all?in=tags%2F&join=all");
        accessible(many, "/feeds/");
        accessible(many, "/feeds/tags/rust/");
    }

    @Test
    void the_operator_pages_are_accessible() throws IOException, InterruptedException {
        poll(odd, "FreshRSS/1.26 (Linux; https://freshrss.org)");
        poll(odd, "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers)");

        accessible(odd.operatorsUrl("/status"));
        assertThat(texts("h1")).containsExactly("current with problems");
        assertThat(driver.getTitle()).isEqualTo("current with problems · Feedside");
        var colour = stateColour();
        browser.open(few.operatorsUrl("/status"));
        assertThat(texts("h1")).containsExactly("current");
        assertThat(stateColour()).isNotEqualTo(colour);
        browser.open(odd.operatorsUrl("/status"));
        assertThat(texts("main")).singleElement().asString().contains("kaputt-");
        accessible(few.operatorsUrl("/status"));
        accessible(few.operatorsUrl("/polls"));
        accessible(odd.operatorsUrl("/polls"));
        assertThat(texts("main")).singleElement().asString().contains("FreshRSS", "16");
    }

    @Test
    void the_status_updates_itself_in_place(@TempDir Path folder) throws IOException {
        var site = WrittenSite.few(folder.resolve("live")).folder();
        // The test decides when the time to update has come.
        var clock = driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "setTimeout = f => { window.tick = f; };"));
        try (var serving = Serving.of(site)) {
            browser.open(serving.operatorsUrl("/status"));
            driver.findElement(By.cssSelector("summary")).click();
            driver.executeScript("document.querySelector('.trail a[href=polls]').focus()");
            var icon = attributes("link[rel=icon]", "href");
            Files.writeString(site.resolve("zola.toml"), "title = ");
            serving.refresh();

            driver.executeScript("tick()");

            until(() -> texts("h1").equals(List.of("degraded")));
            assertThat(driver.getTitle()).isEqualTo("degraded · Feedside");
            assertThat(attributes("link[rel=icon]", "href")).isNotEqualTo(icon);
            assertThat(texts("main h2")).containsExactly("Problems", "Published");
            assertThat(focused().getText()).isEqualTo("Polls");
            assertThat(driver.findElement(By.cssSelector("details")).getAttribute("open"))
                    .isEqualTo("true");

            driver.findElement(By.cssSelector("footer input")).click();
            driver.executeScript("window.fetch = () => Promise.reject(new Error('asked')); tick()");
            assertThat(texts("h1")).containsExactly("degraded");
            driver.findElement(By.cssSelector("footer input")).click();
            driver.executeScript("tick()");

            until(() -> texts("h1").equals(List.of("not responding")));
            assertThat(driver.getTitle()).isEqualTo("not responding · Feedside");
            assertThat(texts(".state p")).last().asString().startsWith("The values below are of ");
            assertThat(browser.errors()).isEmpty();
            accessible(serving.operatorsUrl("/status"));
            assertThat(texts("h1")).containsExactly("degraded");
        } finally {
            driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", clock);
        }
    }

    @Test
    void the_table_of_polls_becomes_cards_on_a_narrow_screen() throws IOException, InterruptedException {
        poll(few, "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers)");
        browser.window(390, "light").open(few.operatorsUrl("/polls"));

        for (var cell : driver.findElements(By.cssSelector("#readers + .scroll td, #readers + .scroll tbody th"))) {
            var place = cell.getRect();
            assertThat(place.getX()).as(cell.getText()).isNotNegative();
            assertThat(place.getX() + place.getWidth()).as(cell.getText()).isLessThanOrEqualTo(390);
        }
        assertThat(texts("#readers + .scroll tbody th")).contains("Feedly");

        browser.window(1440, "light");

        assertThat(texts("#readers + .scroll thead th"))
                .startsWith("Reader", "Subscribers", "Requests")
                .doesNotContain("429");
    }

    private String stateColour() {
        return driver.findElement(By.cssSelector(".state")).getCssValue("background-color");
    }

    private static void poll(Serving serving, String userAgent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(serving.url("/atom.xml")))
                .header("User-Agent", userAgent)
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void operator_pages_send_no_request_to_another_host() {
        browser.forgetRequests();
        browser.open(few.operatorsUrl("/status")).open(few.operatorsUrl("/polls"));

        assertThat(browser.requests())
                .contains(few.operatorsUrl("/status"))
                .allMatch(url -> url.startsWith(few.operatorsUrl("/")));
        assertThat(browser.errors()).isEmpty();
    }

    private void accessible(Serving serving, String page) {
        accessible(serving.url(page));
    }

    private void accessible(String page) {
        for (var colours : List.of("light", "dark")) {
            for (var width : List.of(390, 820, 1440)) {
                browser.window(width, colours).open(page);
                assertThat(browser.faults())
                        .as("%s %d %s", page, width, colours)
                        .isEmpty();
            }
        }
    }

    @Test
    void touch_targets_are_large_enough() {
        browser.window(390, "light").open(few.url("/feeds/tags/boats/"));

        for (var target : driver.findElements(By.cssSelector("button, select, .button, .trail a"))) {
            assertThat(target.getRect().getHeight()).as(target.getText()).isGreaterThanOrEqualTo(44);
        }
    }

    @Test
    void pages_send_no_request_to_another_host() {
        browser.forgetRequests();
        for (var page : List.of("/feeds/", "/feeds/all", "/feeds/tags/boats/", "/feeds/tags/boats+harbour/")) {
            browser.open(few.url(page));
        }

        assertThat(browser.requests())
                .contains(few.url("/feeds/"))
                .anyMatch(url -> url.endsWith(".css"))
                .anyMatch(url -> url.endsWith(".js"))
                .allMatch(url -> url.startsWith(few.url("/")));
        assertThat(browser.errors()).isEmpty();
    }

    private WebElement feedLine(String feed) {
        return driver.findElement(By.cssSelector("[data-name='" + feed + "']"));
    }

    private void choose(String field, int place, String name) {
        var select = driver.findElements(By.cssSelector("select[name=" + field + "]"))
                .get(place);
        select.findElements(By.cssSelector("option")).stream()
                .filter(option -> option.getText().equals(name))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private void press(CharSequence... keys) {
        var actions = new Actions(driver);
        for (var key : keys) {
            actions.sendKeys(key);
        }
        actions.perform();
    }

    private WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Returns the texts of the visible elements. */
    private List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    private List<String> attributes(String selector, String name) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> String.valueOf(element.getAttribute(name)))
                .toList();
    }

    private void untilAt(String url) {
        // The skip link leaves a fragment in the URL.
        until(() -> url.equals(String.valueOf(driver.getCurrentUrl()).replaceFirst("#.*", "")));
    }

    private void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("in time, at %s", driver.getCurrentUrl())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
