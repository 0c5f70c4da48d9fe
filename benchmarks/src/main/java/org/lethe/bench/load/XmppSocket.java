package org.lethe.bench.load;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A session with an XMPP server over WebSocket (RFC 7395), signed in without a name. */
public final class XmppSocket implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final String PROTOCOL = "xmpp";
    private static final String OPEN =
            "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0' to='%s'/>";
    private static final String SIGN_IN =
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>";
    private static final String BIND =
            "<iq xmlns='jabber:client' type='set' id='bind'>"
                    + "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>";
    private static final String PRESENT = "<presence xmlns='jabber:client'/>";

    private final StanzaReader reader = new StanzaReader();
    private final CompletableFuture<String> name = new CompletableFuture<>();
    private final String domain;
    private final Consumer<String> onMessage;
    private final TextSocket socket;

    /**
     * Signs in, and waits until it has a name.
     *
     * @param domain of the server
     * @param onMessage takes the texts that others say to this session
     */
    public XmppSocket(URI server, String domain, Consumer<String> onMessage) {
        this.domain = domain;
        this.onMessage = onMessage;
        this.socket = TextSocket.open(server, PROTOCOL, this::hear);
        socket.send(OPEN.formatted(domain));
        name.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** What the server has named this session, and others reach it by. */
    public String name() {
        return name.join();
    }

    /**
     * Says something, and waits for nothing.
     *
     * @param text as {@link Stamp#text} makes it: nothing that XML would take for its own
     */
    public void say(String to, String text) {
        socket.send(
                "<message xmlns='jabber:client' type='chat' to='%s'><body>%s</body></message>"
                        .formatted(to, text));
    }

    private void hear(String xml) {
        Stanza stanza = reader.read(xml);
        switch (stanza.name()) {
            case "features" -> socket.send(stanza.has("features/bind") ? BIND : SIGN_IN);
            // The server begins anew with who it knows now.
            case "success" -> socket.send(OPEN.formatted(domain));
            case "iq" -> stanza.text("iq/bind/jid").ifPresentOrElse(this::named, () -> refuse(xml));
            case "message" -> stanza.text("message/body").ifPresent(onMessage);
            case "failure", "error" -> refuse(xml);
            default -> {
                // Greetings, and who is there.
            }
        }
    }

    private void named(String given) {
        socket.send(PRESENT);
        name.complete(given);
    }

    private void refuse(String answer) {
        name.completeExceptionally(new IllegalStateException(answer));
    }

    @Override
    public void close() {
        socket.close();
    }
}
