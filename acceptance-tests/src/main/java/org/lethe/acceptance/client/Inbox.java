package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The local SMTP inbox, read over its page's API. */
public final class Inbox {
    private final Gateway page;

    public Inbox(URI address) {
        this.page = new Gateway(address, Trust.COMMON);
    }

    /** All mails that have arrived and were not cleared. */
    public List<JsonNode> mails() {
        List<JsonNode> all = new ArrayList<>();
        page.get("/api/mails", null).expect(200).json().forEach(all::add);
        return all;
    }

    /** Mails that hold the text in their decoded text part. */
    public List<JsonNode> mailsWith(String text) {
        return mails().stream().filter(mail -> mail.path("text").asText().contains(text)).toList();
    }

    public List<JsonNode> awaitMailsWith(String text, int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            List<JsonNode> mails = mailsWith(text);
            if (mails.size() >= count) {
                return mails;
            }
            if (System.nanoTime() > deadline) {
                throw new UnexpectedAnswer(mails.size() + " of " + count + " mails arrived");
            }
            Pause.millis(100);
        }
    }

    public void clear() {
        page.send("DELETE", "/api/mails", null, BodyPublishers.noBody());
    }

    /** Takes the mail server away; the page stays. */
    public void stopReceiving() {
        page.send("POST", "/api/stop", null, BodyPublishers.noBody()).expect(204);
    }

    public void startReceiving() {
        page.send("POST", "/api/start", null, BodyPublishers.noBody()).expect(204);
    }
}
