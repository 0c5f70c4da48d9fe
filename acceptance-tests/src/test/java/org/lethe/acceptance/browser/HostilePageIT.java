package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The widget on pages that were not made for it. */
@TestInstance(Lifecycle.PER_CLASS)
class HostilePageIT {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private static final String GATEWAY = "https://gateway.example wss://gateway.example";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "div:empty { display: none }",
                "body > * { position: relative; z-index: 1 }",
                "body > * { display: none !important }",
                "* { position: static !important; transform: rotate(5deg) !important; opacity: .3 !important }",
                "* { letter-spacing: 9px !important; text-transform: uppercase !important; --accent: red !important }",
                "body { transform: translateX(0); overflow: hidden; filter: blur(0); contain: content }",
                "body::after { content: ''; position: fixed; inset: 0; background: #222; z-index: 2147483647 }",
            })
    void aPagesStyleSheetDoesNotReachIt(String css) {
        Page page = shop().show("<style>" + css + "</style>" + Shop.SCRIPT, "Lamps", "").page;

        Locator button = handle(page, "lethe-button");
        BoundingBox place = button.boundingBox();
        assertThat(place.x + place.width).isEqualTo(WIDTH - 20);
        assertThat(place.y + place.height).isEqualTo(HEIGHT - 20);
        // a click waits until nothing else is in front
        button.click();
        assertThat(handle(page, "prechat-question")).isFocused();
        assertThat(handle(page, "panel-title")).hasCSS("letter-spacing", "normal");
        assertThat(handle(page, "panel-title")).hasCSS("text-transform", "none");
        assertThat(handle(page, "prechat-submit")).hasCSS("background-color", "rgb(11, 110, 106)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'none'; script-src https://gateway.example; connect-src " + GATEWAY,
                "default-src 'none'; script-src 'nonce-abc'; connect-src " + GATEWAY,
                "require-trusted-types-for 'script'; trusted-types lethe",
                // an origin of its own: each touch of a storage throws
                "sandbox allow-scripts",
            })
    void itWorksUnderAStrictPolicy(String policy) {
        String script = Shop.SCRIPT.replace("<script", "<script nonce=\"abc\"");
        Page page = shop().show(script, "Lamps", policy).page;
        handle(page, "lethe-button").click();
        assertThat(handle(page, "prechat-form")).isVisible();
    }

    @Test
    void itOutlivesTheBodyOfThePage() {
        Page page = shop().show("", "Lamps" + Shop.SCRIPT, "").page;
        handle(page, "lethe-button").click();
        handle(page, "prechat-question").fill("Is it in stock?");

        page.evaluate(
                """
                () => new Promise((loaded) => {
                    const body = document.createElement('body');
                    const script = document.createElement('script');
                    Object.assign(script, { src: 'https://gateway.example/widget/lethe.js', onload: loaded });
                    script.dataset.account = 'acme';
                    body.append('Another page', script);
                    document.body.replaceWith(body);
                })
                """);

        assertThat(page.locator("lethe-chat")).hasCount(1);
        assertThat(handle(page, "prechat-question")).hasValue("Is it in stock?");
        page.evaluate("() => { document.body.innerHTML = 'A third page'; Lethe.close(); }");
        page.evaluate("() => document.documentElement.replaceWith(document.createElement('html'))");
        page.evaluate("() => document.documentElement.append(document.createElement('body'))");
        handle(page, "lethe-button").click();
        assertThat(handle(page, "prechat-question")).hasValue("Is it in stock?");
    }

    @Test
    void twoAccountsShareAPage() {
        Page page = shop().show(Shop.SCRIPT + Shop.scriptOf("beta"), "Lamps", "").page;
        Locator acme = page.locator("lethe-chat[data-account=acme]");
        Locator beta = page.locator("lethe-chat[data-account=beta]");

        acme.getByTestId("lethe-button").click();
        assertThat(acme.getByTestId("lethe-panel")).isVisible();
        acme.getByTestId("lethe-close").click();
        beta.getByTestId("lethe-button").click();
        beta.getByTestId("prechat-question").click();
        assertThat(acme.getByTestId("lethe-panel")).not().isVisible();
        page.evaluate("() => { Lethe.accounts.beta.close(); Lethe.accounts.acme.open(); }");
        assertThat(acme.getByTestId("lethe-panel")).isVisible();
        assertThat(beta.getByTestId("lethe-panel")).not().isVisible();
    }

    @Test
    void thePageHearsNothingOfWhatIsWritten() {
        Page page = shop().show(Shop.SCRIPT, "<input id=\"own\">", "").page;
        handle(page, "lethe-button").click();
        page.evaluate(
                """
                () => {
                    window.heard = [];
                    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'copy'])
                        for (const where of [window, document, document.body])
                            for (const capture of [true, false])
                                where.addEventListener(type, () => heard.push(type), capture);
                }
                """);

        Locator question = handle(page, "prechat-question");
        question.pressSequentially("my secret");
        question.press("Control+A");
        question.press("Control+C");
        question.press("Control+V");
        assertThat(question).hasValue("my secret");
        assertThat((List<?>) page.evaluate("heard")).isEmpty();
        question.press("Escape");
        assertThat(handle(page, "lethe-panel")).not().isVisible();
        page.locator("#own").pressSequentially("x");
        assertThat((List<?>) page.evaluate("heard")).as("the same ears hear the page").isNotEmpty();
    }

    /** By that code alone Safari tells the Enter that confirms a character from one that sends. */
    @Test
    void itIsToldTheOldCodeOfAKey() {
        Page page = shop().show(Shop.SCRIPT, "Lamps", "").page;
        handle(page, "lethe-button").click();
        assertThat(handle(page, "prechat-question")).isFocused();

        Object heard =
                handle(page, "prechat-question")
                        .evaluate(
                                """
                                (field) => new Promise((heard) => {
                                    field.addEventListener('keydown', (key) => heard(
                                        `${key.key} ${key.keyCode} ${key.composed}`));
                                    field.dispatchEvent(new KeyboardEvent('keydown',
                                        { key: 'Enter', keyCode: 229, bubbles: true, composed: true }));
                                })
                                """);

        assertThat(heard).isEqualTo("Enter 229 false");
    }

    @Test
    void itSaysThatItCouldNotBeLoadedAndTriesAgain() {
        Shop shop = shop();
        shop.losesThePanel(true);
        String quiet = Shop.SCRIPT.replace("data-account", "data-variant=\"none\" data-account");
        Page page = shop.show(quiet, "<button data-lethe-open>Talk to us</button>", "").page;
        Locator button = handle(page, "lethe-button");
        assertThat(button).not().isVisible();
        page.getByText("Talk to us").click();
        assertThat(button).containsText("Try again");
        shop.losesThePanel(false);
        button.click();
        assertThat(handle(page, "prechat-form")).isVisible();
        assertThat(button).not().isVisible();
    }

    private Shop shop() {
        return new Shop(windows, WIDTH, HEIGHT);
    }

    private static Locator handle(Page page, String name) {
        return page.getByTestId(name);
    }
}
