package org.lethe.acceptance.client;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.lethe.stack.inbox.ReceivedMail;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A mail in the inbox, with what every letter of the suite must be. */
public record ReceivedLetter(ReceivedMail mail) {

    /** Longer lines a mail server may cut (RFC 5322, 2.1.1). */
    private static final int LONGEST_LINE = 998;

    /**
     * @throws UnexpectedAnswer unless it came over TLS, as a text and as the same in HTML
     */
    public void requireWellFormed() {
        require(mail.tls(), "a letter goes over an encrypted channel");
        String raw = mail.raw();
        require(raw.lines().allMatch(line -> line.length() <= LONGEST_LINE), "lines are short");
        String header = raw.split("\r?\n\r?\n", 2)[0].toLowerCase(Locale.ROOT);
        require(header.contains("multipart/alternative"), "a letter is a text and HTML");
        require(!mail.subject().isBlank(), "a letter has a subject");
        require(!mail.text().isBlank(), "a letter has a text");
        require(!html().getDocumentElement().getTextContent().isBlank(), "the HTML has a text");
    }

    /**
     * @throws UnexpectedAnswer unless the words stand in the text and in the HTML
     */
    public void requireHolds(String words) {
        require(mail.text().contains(words), "the text holds what was written");
        require(
                html().getDocumentElement().getTextContent().contains(words),
                "the HTML holds what was written");
    }

    /**
     * The suite writes HTML whose every element is closed, so that XML's strictness can judge it.
     */
    private Document html() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(mail.html().strip())));
        } catch (SAXException e) {
            throw new UnexpectedAnswer("not so: the HTML of a letter is well formed", e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
