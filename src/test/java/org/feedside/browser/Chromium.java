package org.feedside.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** Debian's Chromium in headless mode. */
final class Chromium implements AutoCloseable {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    private static final Pattern REQUESTED = Pattern.compile("\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser with a new profile. Skips the test if Chromium is not installed. */
    static Chromium start(Path profile) {
        assumeTrue(
                Files.exists(DRIVER) && Files.exists(BROWSER),
                "no Chromium here: install Debian's packages chromium and chromium-driver");
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL", "browser", "ALL"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    Chromium open(String url) {
        driver.get(url);
        return this;
    }

    /** Enables or disables scripts. */
    Chromium withScripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
        return this;
    }

    /** Grants the clipboard permission without a prompt. */
    void mayUseTheClipboard(String origin) {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("origin", origin, "permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    /** Returns the URLs requested since {@link #forgetRequests}. */
    List<String> requests() {
        return driver.manage().logs().get("performance").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> REQUESTED
                        .matcher(message)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .toList();
    }

    void forgetRequests() {
        driver.manage().logs().get("performance");
        driver.manage().logs().get("browser");
    }

    /** Returns the errors in the browser's log: blocked resources, and errors of scripts. */
    List<String> errors() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Sets the width of the window and the colour scheme, {@code light} or {@code dark}. */
    Chromium window(int width, String colours) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        return this;
    }

    /** Shows pages in the few colours of a high contrast mode. */
    Chromium forcedColours() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
        return this;
    }

    /** Returns what axe finds on the page, of which three details are open, and whether it is too wide for the window. */
    List<String> faults() {
        driver.executeScript("document.querySelectorAll('details').forEach((d, i) => d.open = i < 3)");
        var faults = new ArrayList<String>();
        new AxeBuilder()
                .analyze(driver)
                .getViolations()
                .forEach(rule -> faults.add(rule.getId() + " " + rule.getNodes()));
        if (Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth"))) {
            faults.add("the page scrolls horizontally");
        }
        return faults;
    }

    /** Takes a screenshot of the whole page. */
    void picture(Path file) {
        // If a page written from right to left fits into the window, capturing beyond it moves the page to the side.
        var isTaller = driver.executeScript("return document.documentElement.scrollHeight > innerHeight");
        var shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", isTaller));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, OutputType.BYTES.convertFromBase64Png(String.valueOf(shot.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
