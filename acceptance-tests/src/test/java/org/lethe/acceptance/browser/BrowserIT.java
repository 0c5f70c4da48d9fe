package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.StoreSearch;
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

    private final Path pictures = StackPaths.find().root().resolve("acceptance-tests/target/screenshots");
    private final LetheStack suite;
    private final People people;
    private final URI gateway;
    private final URI site;
    private final Windows windows = new Windows();
    private String unique = "";

    BrowserIT(LetheStack suite, People people) {
        this.suite = suite;
        this.people = people;
        this.gateway = Objects.requireNonNull(suite.state().gateway());
        this.site = Objects.requireNonNull(suite.state().site());
    }

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SETTLE.toMillis());
    }

    @BeforeEach
    void chooseWord() {
        unique = "w" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
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
        delays.add(arrival(operator, "133.242.187.207", "Japan"));
        // the quickest of three: a busy build machine delays one now and then
        assertThat(delays).as("from consent to the operator's screen").anyMatch(delay -> delay.toMillis() < 1000);
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
        visitor.ask("Is the Ember lamp in stock? " + unique);
        String chat = operator.accept(unique);

        typingIsSeen(visitor, operator);
        visitor.say("Good morning! I would like two of them. " + unique);
        operator.hears("I would like two of them.");
        typingIsSeen(operator, visitor);
        operator.say("Good morning Mara, yes, three are left.");
        visitor.hears("three are left");
        visitor.attaches("order.txt", CONTENT);
        String file = operator.receives("order.txt", CONTENT);
        operator.attaches("offer.txt", CONTENT);
        visitor.receives("offer.txt", CONTENT);
        getsNothing(file);
        picture(visitor.page, "widget");
        picture(operator.page, "console");

        reloadShowsEverythingOnce(visitor, operator, chat);
        cutConnectionLosesNothing(visitor, operator);

        visitor.ends();
        visitor.seesDestroyed(6, 2, unique);
        operator.seesDestroyed(6, 2, unique);
        picture(visitor.page, "destroyed");
        picture(operator.page, "console-destroyed");
        mailsArrive("I would like two of them. " + unique, 2);
        nothingIsLeft(chat, "I would like two of them. " + unique);
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
        mailsArrive("We do. " + unique, 2);
        nothingIsLeft(chat, "We do. " + unique);
    }

    @Test
    void theVisitorMayLeaveAMessageWhenNobodyIsThere() {
        String status = "/v1/desk/status?account=" + People.ACCOUNT;
        assertThat(Pause.until(SETTLE, () -> !people.gateway().get(status, null).json().path("online").asBoolean())).isTrue();
        Visitor visitor = new Visitor(windows, site, unique).arrive();
        String message = "Can my lamp be repaired? " + unique;
        visitor.leaveMessage(message);
        picture(visitor.page, "offline");
        visitor.handle("offline-submit").click();
        assertThat(visitor.handle("offline-thanks")).isVisible();
        visitor.seesNothingOf(message);
        picture(visitor.page, "offline-thanks");
        mailsArrive(message, 1);
        nothingIsLeft("", message);
    }

    @Test
    void aClosedTabEndsTheVisit() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).arrive().agree();
        Locator row = operator.rowOf(unique);
        String visit = Desk.attribute(row, "data-visit");
        visitor.closeTab();
        assertThat(row).hasCount(0);
        nothingIsLeft(visit, unique);
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
        nothingIsLeft(chat, "Please forget me. " + unique);
        nothingIsLeft(visit, unique);
        assertThat(people.inbox().mailsWith(unique)).as("transcripts of an erased chat").isEmpty();
    }

    private Desk operator() {
        return new Desk(windows, gateway, People.OPERATOR).online();
    }

    /** A third person gets none of a chat's files: neither with another chat's token, nor from another account. */
    private void getsNothing(String file) {
        String word = "stranger" + unique;
        Persona persona = new Persona(
                word, word + "@visitor.example", word, word, word, word, word, word,
                site + "?" + word, Visitor.REFERRER, word, "133.242.187.207", Persona.FIREFOX);
        try (VisitorClient stranger = people.visitor(persona)) {
            stranger.openVisit();
            stranger.startChat();
            assertThat(people.gateway().get(file, stranger.chatToken()).status()).isEqualTo(404);
            stranger.end();
        }
        assertThat(people.gateway().get(file, people.token(People.OTHER_OPERATOR)).status()).isEqualTo(404);
    }

    private void mailsArrive(String text, int count) {
        List<JsonNode> mails = people.inbox().awaitMailsWith(text, count, SETTLE);
        assertThat(mails).hasSize(count).allMatch(mail -> mail.path("tls").asBoolean());
    }

    private void nothingIsLeft(String scope, String word) {
        try (StoreSearch stores = new StoreSearch(suite.state(), List.of(word))) {
            if (!scope.isEmpty()) {
                boolean gone = Pause.until(SETTLE, () -> stores.remains(List.of(scope)).isEmpty());
                assertThat(gone).as("remains: %s", stores.remains(List.of(scope))).isTrue();
            }
            assertThat(stores.words()).isEmpty();
        }
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    }
}
