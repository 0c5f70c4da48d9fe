package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.suite.LetheStack;

/** Visitors as the operator sees them come and go. */
class VisitorsIT extends TwoWindows {
    private static final Duration SOON = Duration.ofSeconds(1);

    VisitorsIT(LetheStack suite, People people) {
        super(suite, people);
    }

    @Test
    void nothingIsSentOrStoredBeforeTheVisitorAgrees() {
        Visitor visitor = new Visitor(windows, site, unique).arrive();
        visitor.handle("look-fern").click();

        visitor.hasSentNothing();
        visitor.keepsNothing();
        visitor.page.waitForRequest("**/v1/visits", visitor::agree);
        assertThat(visitor.sent()).as("the same eyes see what is sent").isNotEmpty();
    }

    @Test
    void visitorsOfThreeCountriesStandInTheLiveListWithinASecond() {
        Desk operator = operator();
        arrivesSoon(operator, "81.2.69.142", "United Kingdom");
        arrivesSoon(operator, "2a01:e0a:1c:5000::1", "France");
        arrivesSoon(operator, "80.218.0.1", "Switzerland");
    }

    /** A busy build machine delays one now and then; such a visitor comes again. */
    private void arrivesSoon(Desk operator, String address, String country) {
        Duration delay = arrival(operator, address, country);
        for (int again = 0; again < 4 && delay.compareTo(SOON) >= 0; again++) {
            delay = arrival(operator, address, country);
        }
        assertThat(delay).as("from consent to the operator's screen").isLessThan(SOON);
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
        visitor.handle("buy-fern").click();
        assertThat(operator.handle("visitor-details")).containsText("€ 244");
        assertThat(operator.handle("visitor-details")).containsText("changed at");
        visitor.handle("look-fern").click();
        assertThat(operator.handle("visitor-trail")).containsText("lamp=fern");
        picture(operator.page, "visitors");
        return delay;
    }

    @Test
    void aClosedTabEndsTheChat() {
        Desk operator = operator();
        Visitor visitor = new Visitor(windows, site, unique).arrive().agree();
        visitor.ask("Is it dimmable? " + unique);
        String chat = operator.accept(unique);
        visitor.closeTab();
        assertThat(operator.handle("chat-left")).containsText("The visitor left at");
        picture(operator.page, "left");
        operator.seesDestroyed(1, 0, unique);
        assertThat(operator.handle("chat-destroyed")).containsText("The visitor had left.");
        backstage.nothingIsLeft(chat, unique);
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
}
