package org.lethe.acceptance.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.HeldKeys;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.suite.LetheStack;

/** What an account's administrator can switch, seen from outside. */
@ExtendWith(SharedSuite.class)
class SwitchesIT {
    private static final Duration SETTLE = Duration.ofSeconds(20);

    /** A letter that was written after all would arrive within it. */
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    @Test
    void mailsNothingAndDestroysAllTheSameWithoutTranscripts(LetheStack suite, People people) {
        Persona persona = persona("off");
        try (var changed =
                        AccountChange.of(
                                people,
                                account ->
                                        ((ObjectNode) account.path("transcripts"))
                                                .put("enabled", false));
                OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, people.visitor(persona), operator)) {
            operator.openDesk();
            chat.visitor().openVisit();
            chat.begin();
            chat.talk();
            JsonNode ended = chat.end();
            assertThat(ended.path("destroyed").path("messages").asInt()).isPositive();
            try (StoreSearch stores = new StoreSearch(suite.state(), List.of(persona.message()));
                    HeldKeys held = new HeldKeys(suite.state())) {
                assertThat(
                                Pause.until(
                                        SETTLE,
                                        () -> stores.remains(List.of(chat.chat())).isEmpty()))
                        .isTrue();
                assertThat(stores.words()).isEmpty();
                assertThat(held.waitingLetters()).isZero();
            }
            boolean mailed =
                    Pause.until(
                            A_MOMENT, () -> !people.inbox().mailsWith(persona.message()).isEmpty());
            assertThat(mailed).as("a mail").isFalse();
        }
    }

    @Test
    void neverShowsAddressOrHostNameWhenTheyAreRemoved(LetheStack suite, People people) {
        Persona persona = persona("noaddress");
        String host = persona.address().replace(':', '-');
        try (var changed = AccountChange.of(people, account -> account.put("removeAddress", true));
                OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, people.visitor(persona), operator)) {
            operator.openDesk();
            operator.watchVisitors();
            chat.visitor().openVisit();
            assertThat(operator.awaitVisitor(chat.visitor().visit()).toString())
                    .doesNotContain(persona.address(), host);
            chat.begin();
            chat.talk();
            try (StoreSearch stores = search(suite, persona);
                    HeldKeys held = new HeldKeys(suite.state())) {
                assertThat(stores.words()).isEmpty();
                assertThat(held.addressesKeptOf(List.of(chat.visitor().visit(), chat.chat())))
                        .isEmpty();
            }
            chat.end();
            List<ReceivedMail> mails = people.awaitMails(persona.message(), 2, SETTLE);
            assertThat(mails)
                    .allSatisfy(
                            mail -> assertThat(mail.raw()).doesNotContain(persona.address(), host));
            assertThat(operator.desk().unread().toString() + operator.visitors().unread())
                    .doesNotContain(persona.address(), host);
        }
    }

    @Test
    void mailsNoAddressWithAnOfflineMessageWhenItIsRemoved(LetheStack suite, People people) {
        Persona persona = persona("noofflineaddress");
        String host = persona.address().replace(':', '-');
        try (var changed = AccountChange.of(people, account -> account.put("removeAddress", true));
                VisitorClient visitor = people.visitor(persona);
                StoreSearch stores = search(suite, persona);
                HeldKeys held = new HeldKeys(suite.state())) {
            people.inbox().stopListening();
            visitor.leaveOfflineMessage(persona.offlineMessage()).expect(202);
            assertThat(Pause.until(SETTLE, () -> held.waitingLetters() > 0)).isTrue();
            assertThat(stores.words()).as("while the letter waits").isEmpty();
            people.inbox().startListening();
            List<ReceivedMail> mails = people.awaitMails(persona.offlineMessage(), 1, SETTLE);
            assertThat(mails)
                    .hasSize(1)
                    .allSatisfy(
                            mail -> assertThat(mail.raw()).doesNotContain(persona.address(), host));
            assertThat(stores.words()).isEmpty();
        } finally {
            people.inbox().startListening();
        }
    }

    /** For address and host name, in keys, values and the memory of Redis too. */
    private static StoreSearch search(LetheStack suite, Persona persona) {
        String host = persona.address().replace(':', '-');
        return new StoreSearch(suite.state(), List.of(persona.address(), host))
                .withMemory(suite.state());
    }

    /** With an address of a host name of its own. */
    private static Persona persona(String word) {
        String address =
                "2001:db8:1234:5678:9abc:%x:%x:1"
                        .formatted(System.nanoTime() & 0xffff, System.nanoTime() >> 16 & 0xffff);
        return Persona.of(word + System.nanoTime(), address);
    }
}
