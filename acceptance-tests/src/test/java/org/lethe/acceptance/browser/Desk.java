package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.Objects;

/** A person at the console, signed in at Keycloak. */
final class Desk extends Talk {

    Desk(Windows windows, URI gateway, String user) {
        super(windows.console(gateway, user));
    }

    /** The console's connection stands, whatever it shows. */
    Desk connected() {
        assertThat(handle("connection")).hasAttribute("data-state", "open");
        return this;
    }

    Desk online() {
        connected();
        assertThat(handle("visitors-list")).isVisible();
        return this;
    }

    /** The row of the visitor whose page's address holds this word. */
    Locator rowOf(String unique) {
        return handle("visitor-row").filter(new Locator.FilterOptions().setHasText(unique));
    }

    /**
     * @return the chat's id
     */
    String accept(String unique) {
        Locator waiting =
                handle("queue-item").filter(new Locator.FilterOptions().setHasText(unique));
        String chat = attribute(waiting, "data-chat");
        waiting.getByTestId("queue-accept").click();
        assertThat(page.locator("[data-testid=chat-pane][data-chat=" + chat + "]")).isVisible();
        return chat;
    }

    void backTo(String chat) {
        page.locator("[data-testid=chat-tab][data-chat=" + chat + "]").click();
    }

    static String attribute(Locator element, String name) {
        return Objects.requireNonNull(element.getAttribute(name));
    }
}
