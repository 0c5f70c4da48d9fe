package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A visitor of the demo shop. */
final class Visitor extends Talk {
    static final String REFERRER = "http://search.example/lamps";

    private final URI site;
    private final String unique;

    /**
     * @param unique a word that stands in everything that this visitor enters, and in the page's
     *     address
     */
    Visitor(Windows windows, URI site, String unique) {
        super(windows.open(1180, 780));
        this.site = site;
        this.unique = unique;
    }

    /** Comes by way of a proxy, which names the address that it was asked from. */
    Visitor from(String address) {
        page.route(
                "**/v1/visits",
                route -> {
                    Map<String, String> headers = new HashMap<>(route.request().headers());
                    headers.put("X-Forwarded-For", address);
                    route.resume(new Route.ResumeOptions().setHeaders(headers));
                });
        return this;
    }

    /** Nothing went to the suite that says anything of the visitor. */
    void hasSentNothing() {
        assertThat(sent()).as("requests that send something").isEmpty();
    }

    Visitor arrive() {
        page.navigate(
                site.resolve("/?ref=" + unique).toString(),
                new Page.NavigateOptions().setReferer(REFERRER));
        assertThat(handle("consent-banner")).isVisible();
        return this;
    }

    Visitor agree() {
        handle("consent-accept").click();
        return this;
    }

    void ask(String question) {
        handle("lethe-button").click();
        // The panel puts the focus there when it is open; a person doesn't type before that.
        assertThat(handle("prechat-question")).isFocused();
        fill("prechat");
        handle("prechat-question").fill(question);
        handle("prechat-submit").click();
        assertThat(handle("chat-queue")).containsText("Waiting for an operator");
    }

    void leaveMessage(String message) {
        handle("lethe-button").click();
        assertThat(handle("offline-message")).isFocused();
        fill("offline");
        handle("offline-message").fill(message);
    }

    private void fill(String form) {
        handle(form + "-name").fill("Mara Winter");
        handle(form + "-email").fill(unique + "@visitor.example");
    }

    /** What the page makes a file of, for the visitor to keep. */
    String savesOwnData() {
        Download download = page.waitForDownload(handle("data-save")::click);
        assertThat(download.suggestedFilename()).startsWith("your-data-").endsWith(".json");
        return textOf(download);
    }

    /** Closes the tab as a person does, so that the page may say goodbye. */
    void closeTab() {
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    }
}
