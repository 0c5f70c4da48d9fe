package org.lethe.acceptance.client;

/**
 * All that one person fills in or gives away, and what an operator replies; the demo uses plausible
 * values, forensics unique ones.
 */
public record Persona(
        String name,
        String email,
        String question,
        String message,
        String reply,
        String fileName,
        String fileContent,
        String detailKey,
        String detailValue,
        String pageUrl,
        String referrer,
        String offlineMessage,
        String address) {

    public static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /** Somebody in whose every field the same word stands. */
    public static Persona of(String word, String address) {
        return new Persona(
                "name " + word,
                word + "@visitor.example",
                "question " + word,
                "message " + word,
                "reply " + word,
                word + ".txt",
                "content " + word,
                "detail",
                word,
                "http://shop.example/" + word,
                "http://search.example/" + word,
                "offline " + word,
                address);
    }

    /** The same, whose page passes the detail under another name. */
    public Persona withDetailKey(String key) {
        return new Persona(
                name,
                email,
                question,
                message,
                reply,
                fileName,
                fileContent,
                key,
                detailValue,
                pageUrl,
                referrer,
                offlineMessage,
                address);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
