package org.lethe.bench.load;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what one socket hears, one after the other: over WebSocket each is XML by itself. */
final class StanzaReader {

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    StanzaReader() {
        // XMPP has none (RFC 6120, 11.1).
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * @throws IllegalArgumentException if it is not XML
     */
    Stanza read(String xml) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            reader.nextTag();
            return new Stanza(reader.getLocalName(), texts(reader));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no stanza", e);
        }
    }

    /**
     * @param reader at the start of the outermost element
     */
    private static Map<String, String> texts(XMLStreamReader reader) throws XMLStreamException {
        var texts = new HashMap<String, String>();
        Deque<String> path = new ArrayDeque<>();
        path.addLast(reader.getLocalName());
        var text = new StringBuilder();
        while (!path.isEmpty()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(reader.getLocalName());
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    texts.putIfAbsent(String.join("/", path), text.toString());
                    text.setLength(0);
                    path.removeLast();
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return texts;
    }
}
