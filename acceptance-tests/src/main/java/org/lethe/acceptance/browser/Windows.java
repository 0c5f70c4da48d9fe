package org.lethe.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.acceptance.journey.People;

/** Windows of the system's Chromium, each with a profile of its own. */
public final class Windows implements AutoCloseable {
    /** Waits are long, since a build machine is slow at times; what has to be fast is measured. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final List<String> QUIET =
            List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    /**
     * Starts the browser.
     *
     * @throws IllegalStateException if this machine has none, or no Node.js to drive it
     */
    public Windows() {
        // the driver's own Node and browser are not downloaded: the system has both
        Path node =
                onPath("node")
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "a browser is driven by Node.js, which is not here"));
        Map<String, String> environment =
                Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(flags()));
    }

    /** The one that {@code LETHE_CHROMIUM} names, as for {@code ./lethe}, else the system's. */
    private static Path chromium() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("LETHE_CHROMIUM")).stream()
                                .map(Path::of)
                                .filter(Files::isExecutable),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(name -> onPath(name).stream()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no Chromium here"));
    }

    /** A window of this size in CSS pixels, with a profile of its own. */
    public Page open(int width, int height) {
        BrowserContext profile =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("en-GB")
                                .setUserAgent(userAgent()));
        profile.setDefaultTimeout(PATIENCE_MILLIS);
        profile.onWebError(error -> complaints.add(error.error()));
        profile.onConsoleMessage(message -> {
            if (isComplaint(message)) {
                complaints.add(message.text());
            }
        });
        return profile.newPage();
    }

    /** A window with the console, at which this user of {@link People} has signed in. */
    public Page console(URI gateway, String user) {
        Page page = open(1400, 860);
        page.navigate(gateway.resolve("/console/").toString());
        page.locator("#username").fill(user);
        page.locator("#kc-login").click();
        page.locator("#password").fill(People.PASSWORD);
        page.locator("#kc-login").click();
        page.getByTestId("person").waitFor();
        return page;
    }

    /**
     * Errors of scripts, and what the pages' security policies forbade, since the windows were
     * opened.
     */
    public List<String> complaints() {
        return complaints;
    }

    public List<Page> pages() {
        return browser.contexts().stream().flatMap(profile -> profile.pages().stream()).toList();
    }

    public void closeAll() {
        browser.contexts().forEach(BrowserContext::close);
        complaints.clear();
    }

    /** The browser itself reports each failed request as an error; a cut connection makes some. */
    private static boolean isComplaint(ConsoleMessage message) {
        return message.type().equals("error")
                && !message.text().contains("Failed to load resource")
                && !message.text().contains("WebSocket connection");
    }

    /** What the same Chromium says of itself when it has windows on a screen. */
    private String userAgent() {
        String major = browser.version().split("\\.")[0];
        return "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%s.0.0.0 Safari/537.36"
                .formatted(major);
    }

    private static List<String> flags() {
        return "root".equals(System.getProperty("user.name"))
                ? Stream.concat(QUIET.stream(), Stream.of("--no-sandbox")).toList()
                : QUIET;
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
