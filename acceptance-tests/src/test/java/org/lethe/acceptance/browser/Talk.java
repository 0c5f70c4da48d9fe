package org.lethe.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What both sides of a chat do alike: the widget and the console share the handles of a
 * conversation.
 */
class Talk {
    final Page page;
    private final List<String> downloads = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    Talk(Page page) {
        this.page = page;
        page.onWebSocket(socket -> sent.add("SOCKET " + socket.url()));
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                sent.add(request.method() + " " + request.url());
            }
            if (request.method().equals("GET") && request.url().contains("/files/")) {
                downloads.add(URI.create(request.url()).getPath());
            }
        });
    }

    final Locator handle(String name) {
        return page.getByTestId(name);
    }

    final Locator log() {
        return handle("chat-log");
    }

    /** Says something, and waits until the server has taken it. */
    final void say(String text) {
        handle("chat-input").fill(text);
        handle("chat-send").click();
        hears(text);
    }

    /** The text stands in the conversation, once. */
    final void hears(String text) {
        assertThat(handle("chat-message").filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(1);
    }

    final void startsTyping() {
        handle("chat-input").pressSequentially("I am");
    }

    final void stopsTyping() {
        handle("chat-input").fill("");
    }

    final void seesTyping(boolean on) {
        Locator status = handle("chat-status");
        if (on) {
            assertThat(status).containsText("is typing");
        } else {
            assertThat(status).not().containsText("is typing");
        }
    }

    /** Chooses a file, looks at it beside what is written, and sends it. */
    final void attaches(String name, String content) {
        handle("chat-file")
                .setInputFiles(
                        new FilePayload(
                                name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        looksAndSends(name);
    }

    /** Pastes a picture, as it comes from a program that takes screenshots. */
    final void pastes(String name, byte[] png) {
        handle("chat-input")
                .evaluate(
                        """
                        (input, [name, base64]) => {
                          const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
                          const clipboardData = new DataTransfer();
                          clipboardData.items.add(new File([bytes], name, { type: 'image/png' }));
                          input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                        }
                        """,
                        List.of(name, Base64.getEncoder().encodeToString(png)));
    }

    final void looksAndSends(String name) {
        assertThat(handle("tray-file")).containsText(name);
        handle("chat-send").click();
        hears(name);
        assertThat(handle("tray-file")).hasCount(0);
    }

    /** The one picture of the conversation is drawn in it, and large when it is opened. */
    final void seesPicture(int width) {
        Locator picture = handle("chat-picture");
        assertThat(picture).hasAttribute("data-state", "there");
        picture.press("Enter");
        Locator large = handle("picture-dialog").locator("canvas");
        assertThat(large).hasJSProperty("width", width);
        page.keyboard().press("Escape");
        assertThat(large).hasCount(0);
        assertThat(picture).isFocused();
    }

    /**
     * @return the path under which the file was got
     */
    final String receives(String name, String content) {
        Locator file = handle("chat-download").filter(new Locator.FilterOptions().setHasText(name));
        Download download = page.waitForDownload(file::click);
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try (var stream = download.createReadStream()) {
            assertThat(stream).hasContent(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return downloads.getLast();
    }

    final void ends() {
        handle("chat-end").click();
        handle("chat-end-confirm").click();
    }

    /** The page shows how much was destroyed, and nothing else of the chat. */
    final void seesDestroyed(int messages, int files, String unique) {
        assertThat(handle("chat-destroyed")).isVisible();
        assertThat(handle("destroyed-messages")).containsText(messages + " message");
        assertThat(handle("destroyed-files")).containsText(files + " file");
        assertThat(log()).hasCount(0);
        assertThat(stored()).doesNotContain(unique);
    }

    /** The receipt that the page saves, which has the number that it shows: the signed text. */
    final String savesReceipt() {
        String number = handle("receipt-number").textContent();
        Download download = page.waitForDownload(handle("receipt-save")::click);
        assertThat(download.suggestedFilename()).isEqualTo(number + ".jws");
        return textOf(download);
    }

    static String textOf(Download download) {
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void seesNothingOf(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        assertThat(stored()).doesNotContain(text);
    }

    /** Every request that was more than a question, and every socket, since the page was opened. */
    final List<String> sent() {
        return List.copyOf(sent);
    }

    final void keepsNothing() {
        assertThat(stored()).isEqualTo("[{},{},\"\",[],[]]");
    }

    /** Everything the page could have kept in the browser. */
    private String stored() {
        return String.valueOf(
                page.evaluate(
                        """
                        async () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie,
                            await indexedDB.databases(), 'caches' in window ? await caches.keys() : []])
                        """));
    }
}
