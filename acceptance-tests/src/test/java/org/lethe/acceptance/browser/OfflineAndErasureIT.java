package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.suite.LetheStack;

/** What happens beside chats: the offline form, and the erasure of a person. */
class OfflineAndErasureIT extends TwoWindows {

    OfflineAndErasureIT(LetheStack suite, People people) {
        super(suite, people);
    }

    @Test
    void theVisitorMayLeaveAMessageWhenNobodyIsThere() {
        assertThat(Pause.until(SETTLE, () -> !people.isDeskOpen())).isTrue();
        Visitor visitor = new Visitor(windows, site, unique).arrive();
        String message = "Can my lamp be repaired? " + unique;
        visitor.leaveMessage(message);
        picture(visitor.page, "offline");
        visitor.handle("offline-submit").click();
        assertThat(visitor.handle("offline-thanks")).isVisible();
        visitor.seesNothingOf(message);
        picture(visitor.page, "offline-thanks");
        String number = visitor.handle("reference-number").textContent();
        backstage.mailsArrive(message, 1);
        assertThat(people.inbox().mailsWith(message).getFirst().text()).contains(number);
        backstage.nothingIsLeft("", message);
    }

    @Test
    void theVisitorSeesKeepsAndDestroysWhatIsHeldWithoutAChat() {
        Visitor visitor = new Visitor(windows, site, unique).arrive();
        visitor.handle("shop-your-data").click();
        assertThat(visitor.handle("data-said")).containsText("knows of no visit");
        visitor.hasSentNothing();
        visitor.handle("data-back").click();
        visitor.agree();
        // The shield is there as soon as there is a visit.
        assertThat(visitor.handle("withdraw")).isVisible();

        visitor.handle("shop-your-data").click();

        assertThat(visitor.handle("held-visit")).containsText(unique);
        picture(visitor.page, "your-data");
        assertThat(visitor.savesOwnData()).contains(unique);
        visitor.handle("data-withdraw").click();
        visitor.handle("withdraw-confirm").click();
        assertThat(visitor.handle("withdrawn-outcome")).containsText("was destroyed here");
        assertThat(visitor.handle("receipt-number")).isVisible();
        visitor.seesNothingOf(unique);
        backstage.nothingIsLeft("", unique);
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
        // Of a chat its visit is found, too.
        officer.handle("subject-field").fill(chat);
        officer.handle("subject-find").click();
        assertThat(officer.handle("subject-counts")).containsText("1 visit and 1 chat");
        officer.handle("access-show").click();
        assertThat(officer.handle("access")).containsText("Please forget me. " + unique);
        picture(officer.page, "access");
        officer.handle("erasure-submit").click();
        officer.handle("erasure-confirm").click();

        assertThat(visitor.handle("visit-erased").or(visitor.handle("chat-destroyed"))).isVisible();
        assertThat(operator.handle("chat-destroyed")).containsText("erased on request");
        visitor.seesNothingOf(unique);
        operator.seesNothingOf(unique);
        assertThat(operator.rowOf(unique)).hasCount(0);
        assertThat(officer.handle("receipt-verdict")).hasAttribute("data-verified", "true");
        assertThat(officer.handle("access")).hasCount(0);
        picture(visitor.page, "erased");
        picture(officer.page, "receipt");
        backstage.nothingIsLeft(chat, "Please forget me. " + unique);
        backstage.nothingIsLeft(visit, unique);
        assertThat(people.inbox().mailsWith(unique)).as("transcripts of an erased chat").isEmpty();
    }
}
