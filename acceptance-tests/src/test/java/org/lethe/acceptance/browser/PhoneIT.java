package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The widget where it covers the page: on a phone, and at 400 percent. */
@TestInstance(Lifecycle.PER_CLASS)
class PhoneIT {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final int MOST_STOPS = 30;

    private final Windows windows = new Windows();

    @AfterEach
    void closeWindows() {
        List<String> complaints = List.copyOf(windows.complaints());
        windows.closeAll();
        assertThat(complaints).as("errors in the pages").isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        windows.close();
    }

    /** Safari on a phone zooms into smaller ones, and does not zoom out again. */
    @Test
    void hasLettersThatSafariDoesNotZoomInto() {
        Page page = opened(WIDTH, HEIGHT);

        for (Locator field : page.locator("lethe-chat input, lethe-chat textarea").all()) {
            assertThat(field).hasCSS("font-size", "16px");
        }
        assertThat(page.getByTestId("prechat-email")).isVisible();
    }

    /** 1280 by 1024 pixels at 400 percent are 320 by 256. */
    @ParameterizedTest
    @CsvSource({"390, 844", "320, 256"})
    void coversThePageAndHidesItsButton(int width, int height) {
        Page page = opened(width, height);

        BoundingBox panel = page.getByTestId("lethe-panel").boundingBox();
        assertThat(List.of(panel.x, panel.y, panel.width, panel.height))
                .containsExactly(0.0, 0.0, (double) width, (double) height);
        assertThat(page.getByTestId("lethe-button")).isHidden();
        page.getByTestId("prechat-submit").scrollIntoViewIfNeeded();
        page.getByTestId("prechat-submit").click();
        assertThat(page.getByTestId("prechat-question-error")).not().isEmpty();
        assertThat(page.getByTestId("prechat-question")).isFocused();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is to be scrolled sideways")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Tab", "Shift+Tab"})
    void keepsTheFocusFromThePageBehindIt(String key) {
        Page page = opened(WIDTH, HEIGHT);
        assertThat(page.getByTestId("prechat-question")).isFocused();

        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press(key);
            assertThat(page.evaluate("() => document.activeElement.localName"))
                    .isEqualTo("lethe-chat");
        }

        page.keyboard().press("Escape");
        assertThat(page.getByTestId("lethe-button")).isFocused();
    }

    private Page opened(int width, int height) {
        Shop shop = new Shop(windows, width, height);
        shop.page.emulateMedia(
                new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Page page = shop.show(Shop.SCRIPT, "<input id=\"own\">", "").page;
        page.getByTestId("lethe-button").click();
        assertThat(page.getByTestId("prechat-question")).isFocused();
        return page;
    }
}
