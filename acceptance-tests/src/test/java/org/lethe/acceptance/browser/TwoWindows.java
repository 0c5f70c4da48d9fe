package org.lethe.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.suite.LetheStack;

/** A visitor's window beside an operator's, against the whole suite. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class TwoWindows {
    static final Duration SETTLE = Duration.ofSeconds(30);
    static final String CONTENT = "Order 1041\n1 x Ember, amber glass\n";

    final People people;
    final Backstage backstage;
    final URI gateway;
    final URI site;
    final Windows windows = new Windows();

    /** Stands in all that a test's visitor enters. */
    String unique = "";

    private final Path pictures =
            StackPaths.find().root().resolve("acceptance-tests/target/screenshots");

    TwoWindows(LetheStack suite, People people) {
        this.people = people;
        this.gateway = Objects.requireNonNull(suite.state().gateway());
        this.site = Objects.requireNonNull(suite.state().site());
        this.backstage = new Backstage(suite.state(), people, SETTLE);
    }

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) SETTLE.toMillis());
    }

    @BeforeEach
    void chooseWord() {
        unique = "LD-%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    @AfterEach
    void closeWindows(TestInfo test) {
        int number = 0;
        for (Page page : windows.pages()) {
            picture(page, "last-" + test.getTestMethod().orElseThrow().getName() + "-" + number++);
        }
        List<String> complaints = List.copyOf(windows.complaints());
        windows.closeAll();
        assertThat(complaints).as("errors in the pages").isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        windows.close();
    }

    final Desk operator() {
        return new Desk(windows, gateway, People.OPERATOR).online();
    }

    final void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    }
}
