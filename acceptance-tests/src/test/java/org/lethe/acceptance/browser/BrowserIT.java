package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.LetheStack;
import org.lethe.stack.StackPaths;

/** The way as people see it: a visitor's window beside an operator's, against the whole suite. */
@ExtendWith(SharedSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class BrowserIT {
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final String CONTENT = "Order 1041\n1 x Ember, amber glass\n";

    private final Path pictures =
            StackPaths.find().root().resolve("acceptance-tests/target/screenshots");
    private final People people;
    private final Backstage backstage;
    private final URI gateway;
    private final URI site;
    private final Windows windows = new Windows();
    private String unique = "";

    BrowserIT(LetheStack suite, People people) {
        this.people = people;
        this.gateway = Objects.requireNonNull(suite.state().gateway());
        this.site = Objects.requireNonNull(suite.state().site());
        this.backstage = new Backstage(suite.state(), people, site, SETTLE);
    }

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SETTLE.toMillis());
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

    @Test
    void visitorsOfThreeCountriesStandInTheLiveListWithinASecond() {
        Desk operator = operator();
        List<Duration> delays = new ArrayList<>();
        delays.add(arrival(operator, "81.2.69.142", "United Kingdom"));
        delays.add(arrival(operator, "2a01:e0a:1c:5000::1", "France"));
        delays.add(arrival(operator, "80.218.0.1", "Switzerland"));
        // the quickest of three: a busy build machine delays one now and then
        assertThat(delays)
                .as("from consent to the operator's screen")
                .anyMatch(delay -> delay.toMillis() < 1000);
    }

    private Duration arrival(Desk operator, String address, String country) {
        chooseWord();
        Visitor visitor = new Visitor(windows, site, unique).from(address).arrive();
        visitor.handle("buy-ember").click();
        long agreed = System.nanoTime();
        visitor.agree();
        Locator row = operator.rowOf(unique);
        row.waitFor();
        Duration delay = Duration.ofNanos(System.nanoTime() - agreed);
        assertThat(row).containsText(country);
        row.getByTestId("visitor-open").click();
        assertThat(operator.handle("visitor-page")).containsText(unique);
        assertThat(operator.handle("visitor-referrer")).containsText("search.example");
        assertThat(operator.handle("visitor-place")).containsText(country);
        assertThat(operator.handle("visitor-zip")).not().isEmpty();
        assertThat(operator.handle("visitor-network")).not().isEmpty();
        assertThat(operator.handle("visitor-browser")).containsText("Chrom");
        assertThat(operator.handle("visitor-browser")).containsText("Linux");
        assertThat(operator.handle("visitor-details")).containsText("€ 148");
        visitor.handle("look-fern").click();
        assertThat(operator.handle("visitor-trail")).containsText("lamp=fern");
        picture(operator.page, "visitors");
        return delay;
    }

    @Test
    void visitorAndOperatorChatUntilEverythingIsGone() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).from("81.2.69.142").arrive().agree();
        visitor.ask("Is my order %s on its way?".formatted(unique));
        String chat = operator.accept(unique);

        typingIsSeen(visitor, operator);
        visitor.say("Good morning! %s was to arrive on Monday.".formatted(unique));
        operator.hears("was to arrive on Monday");
        typingIsSeen(operator, visitor);
        operator.say("Good morning Mara, it leaves the workshop today.");
        visitor.hears("leaves the workshop today");
        visitor.attaches("order.txt", CONTENT);
        String file = operator.receives("order.txt", CONTENT);
        operator.attaches("offer.txt", CONTENT);
        visitor.receives("offer.txt", CONTENT);
        backstage.getsNothing(file);
        picture(visitor.page, "widget");
        picture(operator.page, "chat");
        others();
        operator.handle("visitors-tab").click();
        assertThat(operator.rowOf("letter-12")).isVisible();
        operator.rowOf(unique).getByTestId("visitor-open").click();
        picture(operator.page, "console");

        reloadShowsEverythingOnce(visitor, operator, chat);
        cutConnectionLosesNothing(visitor, operator);

        visitor.ends();
        visitor.seesDestroyed(6, 2, unique);
        operator.seesDestroyed(6, 2, unique);
        picture(visitor.page, "destroyed");
        picture(operator.page, "console-destroyed");
        backstage.mailsArrive(unique + " was to arrive on Monday.", 2);
        backstage.nothingIsLeft(chat, unique + " was to arrive on Monday.");
    }

    /** Fills the live list beside the visitor of the chat. */
    private void others() {
        new Visitor(windows, site, "2026-autumn").from("2a01:e0a:1c:5000::1").arrive().agree();
        new Visitor(windows, site, "letter-12").from("80.218.0.1").arrive().agree();
    }

    private static void typingIsSeen(Talk typist, Talk other) {
        typist.startsTyping();
        other.seesTyping(true);
        typist.stopsTyping();
        other.seesTyping(false);
    }

    private static void reloadShowsEverythingOnce(Visitor visitor, Desk operator, String chat) {
        visitor.page.reload();
        assertThat(visitor.handle("chat-message")).hasCount(4);
        operator.page.reload();
        operator.online().backTo(chat);
        assertThat(operator.handle("chat-message")).hasCount(4);
    }

    private static void cutConnectionLosesNothing(Visitor visitor, Desk operator) {
        visitor.page.context().setOffline(true);
        assertThat(visitor.handle("chat-status")).containsText("Connection lost");
        operator.say("While the visitor was away.");
        visitor.handle("chat-input").fill("While I was away.");
        visitor.handle("chat-send").click();
        assertThat(visitor.handle("chat-message-pending")).hasCount(1);
        visitor.page.context().setOffline(false);
        visitor.hears("While the visitor was away.");
        visitor.hears("While I was away.");
        operator.hears("While I was away.");
        assertThat(visitor.handle("chat-message")).hasCount(6);
    }

    @Test
    void theOperatorEndsAChat() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).arrive().agree();
        visitor.ask("Do you ship to Norway? " + unique);
        String chat = operator.accept(unique);
        operator.say("We do. " + unique);
        visitor.hears("We do.");
        operator.ends();
        operator.seesDestroyed(1, 0, unique);
        visitor.seesDestroyed(1, 0, unique);
        backstage.mailsArrive("We do. " + unique, 2);
        backstage.nothingIsLeft(chat, "We do. " + unique);
    }

    @Test
    void theVisitorMayLeaveAMessageWhenNobodyIsThere() {
        String status = "/v1/desk/status?account=" + People.ACCOUNT;
        assertThat(
                        Pause.until(
                                SETTLE,
                                () ->
                                        !people.gateway()
                                                .get(status, null)
                                                .json()
                                                .path("online")
                                                .asBoolean()))
                .isTrue();
        Visitor visitor = new Visitor(windows, site, unique).arrive();
        String message = "Can my lamp be repaired? " + unique;
        visitor.leaveMessage(message);
        picture(visitor.page, "offline");
        visitor.handle("offline-submit").click();
        assertThat(visitor.handle("offline-thanks")).isVisible();
        visitor.seesNothingOf(message);
        picture(visitor.page, "offline-thanks");
        backstage.mailsArrive(message, 1);
        backstage.nothingIsLeft("", message);
    }

    @Test
    void aClosedTabEndsTheVisit() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).arrive().agree();
        Locator row = operator.rowOf(unique);
        String visit = Desk.attribute(row, "data-visit");
        visitor.closeTab();
        assertThat(row).hasCount(0);
        backstage.nothingIsLeft(visit, unique);
    }

    @Test
    void bothScreensFollowAnErasure() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).arrive().agree();
        String visit = Desk.attribute(operator.rowOf(unique), "data-visit");
        visitor.ask("Who reads this? " + unique);
        String chat = operator.accept(unique);
        visitor.say("Please forget me. " + unique);
        operator.hears("Please forget me.");
        visitor.attaches("order.txt", CONTENT);
        operator.receives("order.txt", CONTENT);

        Desk officer = new Desk(windows, gateway, People.PRIVACY_OFFICER);
        officer.handle("erasure-visit").fill(visit);
        officer.handle("erasure-chat").fill(chat);
        officer.handle("erasure-submit").click();
        officer.handle("erasure-confirm").click();

        assertThat(visitor.handle("visit-erased").or(visitor.handle("chat-destroyed"))).isVisible();
        assertThat(operator.handle("chat-destroyed")).containsText("erased on request");
        visitor.seesNothingOf(unique);
        operator.seesNothingOf(unique);
        assertThat(operator.rowOf(unique)).hasCount(0);
        assertThat(officer.handle("receipt-verdict")).hasAttribute("data-verified", "true");
        picture(visitor.page, "erased");
        picture(officer.page, "receipt");
        backstage.nothingIsLeft(chat, "Please forget me. " + unique);
        backstage.nothingIsLeft(visit, unique);
        assertThat(people.inbox().mailsWith(unique)).as("transcripts of an erased chat").isEmpty();
    }

    private Desk operator() {
        return new Desk(windows, gateway, People.OPERATOR).online();
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    }
}
