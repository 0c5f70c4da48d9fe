package org.lethe.acceptance.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.suite.SharedSuite;
import org.lethe.stack.LetheStack;

/** What an account's administrator can switch, seen from outside. */
@ExtendWith(SharedSuite.class)
class SwitchesIT {
    private static final Duration SETTLE = Duration.ofSeconds(20);

    @Test
    void mailsNothingAndDestroysAllTheSameWithoutTranscripts(LetheStack suite, People people) {
        Persona persona = persona("off");
        try (var changed =
                        changed(
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
            try (StoreSearch stores = new StoreSearch(suite.state(), List.of(persona.message()))) {
                assertThat(
                                Pause.until(
                                        SETTLE,
                                        () -> stores.remains(List.of(chat.chat())).isEmpty()))
                        .isTrue();
                assertThat(stores.words()).isEmpty();
            }
            assertThat(people.inbox().mailsWith(persona.message())).isEmpty();
        }
    }

    @Test
    void neverShowsAddressOrHostNameWhenTheyAreRemoved(LetheStack suite, People people) {
        Persona persona = persona("noaddress");
        String host = persona.address().replace(':', '-');
        try (var changed = changed(people, account -> account.put("removeAddress", true));
                OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, people.visitor(persona), operator)) {
            operator.openDesk();
            operator.watchVisitors();
            chat.visitor().openVisit();
            assertThat(operator.awaitVisitor(chat.visitor().visit()).toString())
                    .doesNotContain(persona.address(), host);
            chat.begin();
            chat.talk();
            try (StoreSearch stores =
                    new StoreSearch(suite.state(), List.of(persona.address(), host))) {
                assertThat(stores.words()).isEmpty();
                assertThat(stores.addressesKeptOf(List.of(chat.visitor().visit(), chat.chat())))
                        .isEmpty();
            }
            chat.end();
            List<JsonNode> mails = people.inbox().awaitMailsWith(persona.message(), 2, SETTLE);
            assertThat(mails)
                    .allSatisfy(mail ->
                            assertThat(mail.path("raw").asText())
                                    .doesNotContain(persona.address(), host));
            assertThat(operator.desk().unread().toString() + operator.visitors().unread())
                    .doesNotContain(persona.address(), host);
        }
    }

    private static Persona persona(String word) {
        String unique = word + System.nanoTime();
        return new Persona(
                unique,
                unique + "@visitor.example",
                "question " + unique,
                "message " + unique,
                unique + ".txt",
                "content " + unique,
                "detail",
                unique,
                "http://shop.example/" + unique,
                "http://search.example/" + unique,
                "offline " + unique,
                "2001:db8:1234:5678:9abc:%x:%x:1"
                        .formatted(System.nanoTime() & 0xffff, System.nanoTime() >> 16 & 0xffff),
                Persona.FIREFOX);
    }

    /** Changes the account's settings until closed. */
    private static Restoring changed(People people, Consumer<ObjectNode> change) {
        String token = people.token(People.ADMINISTRATOR);
        Answer before = people.gateway().get("/v1/account", token).expect(200);
        ObjectNode account = before.json().deepCopy();
        change.accept(account);
        put(people, token, before, account);
        return () ->
                put(
                        people,
                        token,
                        people.gateway().get("/v1/account", token).expect(200),
                        before.json());
    }

    private static void put(People people, String token, Answer current, JsonNode account) {
        String tag = current.headers().firstValue("ETag").orElseThrow();
        people.gateway().with("If-Match", tag).put("/v1/account", token, account).expect(200);
    }

    private interface Restoring extends AutoCloseable {
        @Override
        void close();
    }
}
