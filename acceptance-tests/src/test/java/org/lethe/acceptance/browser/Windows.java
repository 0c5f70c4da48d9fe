package org.lethe.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Windows of the system's Chromium, each with a profile of its own. */
final class Windows implements AutoCloseable {
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

    Windows() {
        // the driver's own Node and browser are not downloaded: the system has both
        Path node =
                onPath("node")
                        .orElseThrow(
                                () -> new IllegalStateException("the browser test needs Node.js"));
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
                .orElseThrow(() -> new IllegalStateException("the browser test needs Chromium"));
    }

    Page open(int width, int height) {
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

    /**
     * Errors of scripts, and what the pages' security policies forbade, since the windows were
     * opened.
     */
    List<String> complaints() {
        return complaints;
    }

    List<Page> pages() {
        return browser.contexts().stream().flatMap(profile -> profile.pages().stream()).toList();
    }

    void closeAll() {
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
