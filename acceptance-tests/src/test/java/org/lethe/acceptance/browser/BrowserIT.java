package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.suite.LetheStack;

/** A chat as both sides see it, from the question to what was destroyed. */
class BrowserIT extends TwoWindows {
    private static final int LAMP = 64;

    BrowserIT(LetheStack suite, People people) {
        super(suite, people);
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
        visitorsCutLosesNothing(visitor, operator);
        operatorsCutLosesNothing(visitor, operator);

        visitor.ends();
        visitor.seesDestroyed(9, 2, unique);
        operator.seesDestroyed(9, 2, unique);
        picture(visitor.page, "destroyed");
        picture(operator.page, "console-destroyed");
        backstage.verifies(List.of(visitor.savesReceipt(), operator.savesReceipt()), 9);
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

    private static void visitorsCutLosesNothing(Visitor visitor, Desk operator) {
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

    private static void operatorsCutLosesNothing(Visitor visitor, Desk operator) {
        operator.page.context().setOffline(true);
        assertThat(operator.handle("connection")).not().hasAttribute("data-state", "open");
        visitor.say("While the operator was away.");
        operator.page.context().setOffline(false);
        operator.connected().hears("While the operator was away.");
        operator.say("Back again.");
        visitor.hears("Back again.");
        assertThat(operator.handle("chat-message")).hasCount(8);
        assertThat(visitor.handle("chat-message")).hasCount(8);
    }

    @Test
    void theOperatorEndsAChat() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).arrive().agree();
        visitor.ask("Do you ship to Norway? " + unique);
        String chat = operator.accept(unique);
        operator.say("We do. " + unique);
        visitor.hears("We do.");
        visitor.pastes("lamp.png", lamp());
        picture(visitor.page, "tray");
        visitor.looksAndSends("lamp.png");
        operator.seesPicture(LAMP);
        visitor.seesPicture(LAMP);
        operator.ends();
        operator.seesDestroyed(3, 1, unique);
        visitor.seesDestroyed(3, 1, unique);
        backstage.mailsArrive("We do. " + unique, 2);
        backstage.nothingIsLeft(chat, "We do. " + unique);
    }

    private static byte[] lamp() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(LAMP, LAMP, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
