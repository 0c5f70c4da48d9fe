package org.lethe.mail.render;

/** A letter as it will be read, in memory only; the text and the HTML say the same. */
public record RenderedLetter(String subject, String text, String html) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}
