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
import java.util.Comparator;
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

        assertThat(texts("h2")).containsExactly("All posts", "Collections 1", "tags 3", "Import all feeds");
        assertThat(texts(".feed h2 a, .feed > a"))
                .containsExactly("All posts", "Quiet days", "boats", "harbour", "storms");
        assertThat(texts(".feeds .number")).containsExactly("3", "2", "2", "1");

        driver.findElement(By.linkText("boats")).click();

        untilAt(few.url("/feeds/tags/boats/"));
        assertThat(texts("h1")).containsExactly("boats");
        assertThat(texts(".posts h3")).containsExactly("Seven knots that hold", "A mooring for the winter");
        assertThat(texts(".posts time")).containsExactly("8 March 2024", "4 March 2024");
        assertThat(texts("[aria-labelledby=related] a")).containsExactly("harbour\n1");
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
        var field = driver.findElement(By.cssSelector(".tools input"));

        field.sendKeys("OAK");

        assertThat(texts(".feed a"))
                .containsExactly(
                        "oak bowls", "oak boxes", "oak chairs", "oak finish", "oak joints", "oak spoons", "oak tools");
        assertThat(texts(".count")).containsExactly("Feeds: 7 of 85");
        assertThat(texts("h2")).containsExactly("tags", "Import all feeds");

        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);

        assertThat(texts(".feed h2 a, .feed > a")).hasSize(85);
        assertThat(texts(".count")).containsExactly("Feeds: 85");
    }

    @Test
    void a_short_list_has_no_filter() {
        browser.open(few.url("/feeds/"));

        assertThat(driver.findElements(By.cssSelector(".tools"))).isEmpty();
    }

    @Test
    void a_button_copies_the_address() {
        browser.open(few.url("/feeds/tags/boats/")).mayUseTheClipboard(few.url(""));

        driver.findElement(By.cssSelector("button.main")).click();

        until(() -> texts("body > [role=status]").equals(List.of("Copied")));
        assertThat(driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0])"))
                .isEqualTo(BOATS);
    }

    @Test
    void every_copy_button_names_its_address() {
        browser.open(few.url("/feeds/tags/boats/"));

        assertThat(attributes("[data-copy]", "aria-describedby"))
                .extracting(id -> driver.findElement(By.id(id)).getAttribute("textContent"))
                .containsExactly("boats", "RSS", "JSON Feed");
    }

    @Test
    void a_page_has_one_main_action_and_links_that_open_readers() {
        browser.open(few.url("/feeds/tags/boats/"));

        assertThat(texts(".subscribe .main")).containsExactly("Copy address");
        assertThat(texts(".subscribe .chips a"))
                .containsExactly("Feedly", "Inoreader", "NewsBlur", "The Old Reader", "Feedbin");
        assertThat(attributes(".subscribe .chips a", "href"))
                .first()
                .isEqualTo("https://feedly.com/i/subscription/feed/"
                        + "https%3A%2F%2Fnotes.example.org%2Ftags%2Fboats%2Fatom.xml");
        assertThat(texts(".formats dt")).isEmpty();
        driver.findElement(By.xpath("//summary[text()='Other formats']")).click();
        assertThat(texts(".formats dt")).containsExactly("RSS", "JSON Feed");
    }

    @Test
    void a_list_is_sorted_by_number_of_posts_and_by_date() {
        browser.open(many.url("/feeds/"));

        sort("Number of posts");
        var counts = texts(".feeds .number").stream().map(Integer::valueOf).toList();
        // The list of a group stays a list of its own.
        assertThat(counts.subList(1, counts.size())).isSortedAccordingTo(Comparator.reverseOrder());

        sort("Newest post");
        var dates = attributes("[aria-labelledby=group-3] time", "datetime");
        assertThat(dates).hasSize(83).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(texts("[aria-labelledby=group-3] time")).first().isEqualTo("28 October 2024");

        sort("Name");
        assertThat(texts(".feeds a")).startsWith("Visits", "ash bowls", "ash boxes");
    }

    private void sort(String order) {
        driver.findElement(By.xpath("//select/option[text()='" + order + "']")).click();
    }

    @Test
    void a_form_opens_the_feed_of_several_tags() {
        browser.open(few.url("/feeds/tags/boats/"));

        fields("with").get(0).sendKeys("Harbour", Keys.ENTER);

        assertThat(texts("form .chips button")).containsExactly("boats ×", "harbour ×");
        until(() -> texts(".result").stream().anyMatch(text -> text.contains("boats + harbour")));
        assertThat(texts(".result"))
                .singleElement()
                .asString()
                .contains("Posts: 1", "https://notes.example.org/tags/boats+harbour/atom.xml");

        driver.findElement(By.cssSelector("form > button")).click();

        untilAt(few.url("/feeds/tags/boats+harbour/"));
        assertThat(texts("h1")).containsExactly("boats + harbour");
        assertThat(texts(".posts h3")).containsExactly("A mooring for the winter");
        assertThat(texts(".address a")).contains("https://notes.example.org/tags/boats+harbour/atom.xml");
    }

    @Test
    void a_combination_without_posts_offers_no_address() {
        browser.open(few.url("/feeds/tags/boats/"));

        fields("with").get(0).sendKeys("storms", Keys.ENTER);

        until(() -> texts(".result").equals(List.of("No post matches this combination.")));
        driver.findElement(By.cssSelector("[aria-label='Remove storms']")).click();
        until(() -> texts(".result").stream().anyMatch(text -> text.contains("tags/boats/atom.xml")));
        driver.findElement(By.cssSelector("[aria-label='Remove boats']")).click();
        until(() -> texts(".result").isEmpty() || texts(".result").equals(List.of("")));
    }

    @Test
    void without_scripts_addresses_are_visible_and_the_form_works() {
        browser.withScripts(false).open(few.url("/feeds/all"));

        assertThat(texts(".address a")).contains("https://notes.example.org/atom.xml");
        assertThat(texts("[data-copy]")).isEmpty();

        driver.findElement(By.cssSelector("[value=any]")).click();
        fields("with").get(0).sendKeys("storms");
        fields("with").get(1).sendKeys("harbour");
        fields("without").get(0).sendKeys("boats");
        driver.findElement(By.cssSelector("form > button")).click();

        untilAt(few.url("/feeds/tags/harbour,storms,-boats/"));
        assertThat(texts(".posts h3")).containsExactly("First frost", "What the glass said");
    }

    @Test
    void without_scripts_the_list_has_links_and_no_tools() {
        browser.withScripts(false).open(many.url("/feeds/"));

        assertThat(driver.findElement(By.cssSelector(".tools")).isDisplayed()).isFalse();
        assertThat(texts(".address a")).containsExactly("https://notes.example.org/atom.xml");
        driver.findElement(By.linkText("oak bowls")).click();
        untilAt(many.url("/feeds/tags/oak-bowls/"));
    }

    @Test
    void an_empty_form_shows_a_message() {
        browser.open(few.url("/feeds/all"));

        driver.findElement(By.cssSelector("form > button")).click();

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
        assertThat(focused().getText()).isEqualTo("Copy address");
        assertThat(focused().getCssValue("outline-style")).isEqualTo("solid");

        tabTo("summary:has(+ .formats)");
        press(Keys.ENTER);
        assertThat(texts(".formats dt")).containsExactly("RSS", "JSON Feed");
        tabTo("input[name=with]:not([type=hidden])");
        press("harbour", Keys.ENTER, Keys.ENTER);

        untilAt(few.url("/feeds/tags/boats+harbour/"));
    }

    @Test
    void the_keyboard_filters_and_sorts_the_list() {
        browser.open(many.url("/feeds/"));

        tabTo(".tools input");
        press("kiln of nowhere");
        assertThat(texts(".feed")).isEmpty();
        press(Keys.ESCAPE, "oak");
        tabTo(".tools select");
        press("Newest");
        assertThat(texts(".feed a")).hasSize(7).first().asString().startsWith("oak");
        tabTo("[href$='/oak-tools/']");
        press(Keys.ENTER);

        untilAt(many.url("/feeds/tags/oak-tools/"));
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
        accessible(few, "/feeds/tags/boats+storms/");
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

        driver.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        for (var target : driver.findElements(By.cssSelector(
                "button:not([hidden]), input:not([type=radio], [type=hidden]), .chip, .bar a, summary, .address a"))) {
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

    private List<WebElement> fields(String name) {
        return driver.findElements(By.cssSelector("input[name=" + name + "]:not([type=hidden])"));
    }

    /** Presses the tab key until an element has the focus. */
    private void tabTo(String selector) {
        var wanted = driver.findElement(By.cssSelector(selector));
        for (int i = 0; !focused().equals(wanted); i++) {
            assertThat(i).as("tabs to %s", selector).isLessThan(40);
            press(Keys.TAB);
        }
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
