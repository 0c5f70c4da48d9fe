package org.lethe.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StanzaReaderTest {

    private final StanzaReader reader = new StanzaReader();

    @Test
    void readsTheTextOfAMessage() {
        Stanza message =
                reader.read(
                        """
                        <message xmlns='jabber:client' type='chat' from='a@chats.example/1'>\
                        <body>5 &lt; 6 &amp; 7</body><thread>x</thread></message>\
                        """);

        assertThat(message.name()).isEqualTo("message");
        assertThat(message.text("message/body")).contains("5 < 6 & 7");
        assertThat(message.text("message/subject")).isEmpty();
    }

    @Test
    void readsTheTimeThatAMessageTells() {
        Stanza message = reader.read("<message><body>" + Stamp.text(42) + "</body></message>");

        assertThat(message.text("message/body").map(Stamp::ofText)).contains(42L);
    }

    /** What is said of a text elsewhere in a message is not its text. */
    @Test
    void takesTheFirstAtItsPlace() {
        Stanza message =
                reader.read(
                        """
                        <message><html xmlns='http://jabber.org/protocol/xhtml-im'>\
                        <body>other</body></html><body>first</body><body>second</body></message>\
                        """);

        assertThat(message.text("message/body")).contains("first");
    }

    @Test
    void tellsWhatAServerOffersBeforeAndAfterTheSignIn() {
        Stanza before =
                reader.read(
                        """
                        <stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
                        <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>\
                        <mechanism>ANONYMOUS</mechanism></mechanisms></stream:features>\
                        """);
        Stanza after =
                reader.read(
                        """
                        <stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
                        <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><required/></bind>\
                        </stream:features>\
                        """);

        assertThat(before.name()).isEqualTo("features");
        assertThat(before.text("features/mechanisms/mechanism")).contains("ANONYMOUS");
        assertThat(before.has("features/bind")).isFalse();
        assertThat(after.has("features/bind")).isTrue();
    }

    @Test
    void readsTheNameOfASession() {
        Stanza bound =
                reader.read(
                        """
                        <iq xmlns='jabber:client' type='result' id='bind'>\
                        <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\
                        <jid>a@chats.example/1</jid></bind></iq>\
                        """);

        assertThat(bound.text("iq/bind/jid")).contains("a@chats.example/1");
    }

    @Test
    void refusesWhatIsNoStanza() {
        for (String text : new String[] {"", "hello", "<message><body>", "<message></iq>"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> reader.read(text));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        reader.read(
                                """
                                <!DOCTYPE message [<!ENTITY long 'x'>]>\
                                <message><body>&long;</body></message>\
                                """));
    }
}
