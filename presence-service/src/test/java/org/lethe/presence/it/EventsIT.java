package org.lethe.presence.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.ChatEvent.ChatAccepted;
import org.lethe.contracts.event.ChatEvent.ChatDestroyed;
import org.lethe.contracts.event.ChatEvent.ChatEnded;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.ErasureEvent.ErasureAcknowledged;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.it.Site.Visit;
import org.lethe.presence.visit.VisitStore;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.TestTokens;

@QuarkusTest
@WithTestResource(LongVisits.class)
@WithTestResource(LetheInfrastructure.class)
class EventsIT {

    private static final AccountId ACME = new AccountId("acme");

    @Inject EventSender events;
    @Inject Vault vault;
    @Inject RedisStore redis;
    @Inject VisitStore store;

    @TestHTTPResource("/")
    URI address;

    private final Site acme = new Site("acme");
    private final OperatorId operatorId = new OperatorId(UUID.randomUUID().toString());
    private final OperatorId other = new OperatorId(UUID.randomUUID().toString());

    @BeforeEach
    void haveAnAccount() {
        acme.with(false);
    }

    @Test
    void showsWhoChatsWithWhom() {
        Visit visit = acme.visit("https://acme.example/", "192.0.2.1");
        VisitId id = new VisitId(visit.id());
        ChatId chat = vault.newChatId();
        try (TestClient operator = watch()) {
            haveChat(id, chat);
            events.send(new ChatRequested(chat, ACME, id));
            JsonNode waiting = operator.awaitVisitor(visit.id(), seen -> seen.has("chat"));
            assertThat(waiting.path("chat").textValue()).isEqualTo(chat.value());
            assertThat(waiting.has("operator")).isFalse();

            events.send(new ChatAccepted(chat, ACME, id, operatorId, 1_000));
            JsonNode talking = operator.awaitVisitor(visit.id(), seen -> seen.has("operator"));
            assertThat(talking.path("operator").textValue()).isEqualTo(operatorId.value());

            events.send(new ChatEnded(chat, ACME, id, EndReason.VISITOR, 1, 0, 0, 1_000));
            operator.awaitVisitor(visit.id(), seen -> !seen.has("chat") && !seen.has("operator"));
        }
    }

    @Test
    void ignoresWhatComesLateOfAnEarlierChat() {
        Visit visit = acme.visit("https://acme.example/", "192.0.2.1");
        VisitId id = new VisitId(visit.id());
        ChatId earlier = vault.newChatId();
        ChatId present = vault.newChatId();
        haveChat(id, present);
        events.send(new ChatAccepted(present, ACME, id, operatorId, 1_000));
        try (TestClient operator = watch()) {
            operator.awaitVisitor(visit.id(), seen -> seen.has("operator"));

            events.send(new ChatEnded(earlier, ACME, id, EndReason.VISITOR, 1, 0, 0, 1_000));
            events.send(new ChatAccepted(earlier, ACME, id, other, 1_000));
            awaitHandled(operator, earlier);

            assertChat(id, present);
        }
    }

    @Test
    void keepsTheOperatorWhenTheRequestIsHeardOfLast() {
        VisitId id = new VisitId(acme.visit("https://acme.example/", "192.0.2.1").id());
        ChatId chat = vault.newChatId();
        haveChat(id, chat);
        try (TestClient operator = watch()) {
            events.send(new ChatAccepted(chat, ACME, id, operatorId, 1_000));
            events.send(new ChatRequested(chat, ACME, id));
            awaitHandled(operator, chat);

            assertChat(id, chat);
        }
    }

    @Test
    void forgetsAChatThatWasDestroyedWithoutAnEnd() {
        Visit visit = acme.visit("https://acme.example/", "192.0.2.1");
        ChatId chat = vault.newChatId();
        haveChat(new VisitId(visit.id()), chat);
        try (TestClient operator = watch()) {
            events.send(new ChatAccepted(chat, ACME, new VisitId(visit.id()), operatorId, 1_000));
            operator.awaitVisitor(visit.id(), seen -> seen.has("chat"));

            events.send(new ChatDestroyed(chat, ACME, DestroyReason.DEADLINE));
            operator.awaitVisitor(visit.id(), seen -> !seen.has("chat"));
        }
    }

    @Test
    void tellsPagesAndOperatorsOfAnErasureAndAcknowledgesIt() {
        Visit visit = acme.visit("https://acme.example/", "192.0.2.1");
        VisitId id = new VisitId(visit.id());
        ErasureId erasure = vault.newErasureId();
        try (Erasures answers = new Erasures();
                TestClient operator = watch();
                TestClient page = arrive(visit);
                TestClient otherTab = arrive(visit)) {
            page.await("ready");
            otherTab.await("ready");
            operator.awaitVisitor(visit.id(), any -> true);

            vault.destroy(id, DestroyReason.ERASED, List.of());
            page.await("erased");
            otherTab.await("erased");
            assertThat(page.closeCode()).isEqualTo(1_000);
            operator.awaitGone(visit.id());

            events.send(new ErasureRequested(erasure, ACME, List.of(id)));
            assertThat(answers.acknowledged(erasure))
                    .isEqualTo(
                            new ErasureAcknowledged(
                                    erasure,
                                    ServiceName.PRESENCE_SERVICE,
                                    Map.of(RemainsKind.VISITS, 1)));
        }
    }

    @Test
    void removesWhatIsStillThereAndCountsItTheSame() {
        VisitId first = new VisitId(acme.visit("https://acme.example/", "192.0.2.1").id());
        VisitId second = new VisitId(acme.visit("https://acme.example/", "192.0.2.1").id());
        ErasureId erasure = vault.newErasureId();
        try (Erasures answers = new Erasures()) {
            events.send(
                    new ErasureRequested(erasure, ACME, List.of(first, second, vault.newChatId())));

            assertThat(answers.acknowledged(erasure).removed())
                    .containsEntry(RemainsKind.VISITS, 2);
            assertThat(vault.lookup(first)).isInstanceOf(Lookup.Destroyed.class);
        }
    }

    /** Waits until what was told of a chat was handled, by an event of the same chat after it. */
    private void awaitHandled(TestClient operator, ChatId chat) {
        Visit marker = acme.visit("https://acme.example/", "192.0.2.1");
        haveChat(new VisitId(marker.id()), chat);
        events.send(new ChatAccepted(chat, ACME, new VisitId(marker.id()), operatorId, 1_000));
        operator.awaitVisitor(marker.id(), seen -> seen.has("operator"));
    }

    private void assertChat(VisitId visit, ChatId chat) {
        assertThat(store.read(List.of(visit)).get(visit))
                .satisfies(stored -> assertThat(stored.chat()).contains(chat))
                .satisfies(stored -> assertThat(stored.operator()).contains(operatorId));
    }

    private void haveChat(VisitId visit, ChatId chat) {
        redis.run(ScriptCall.on(Script.load("presence/test-chat.lua"), visit, chat));
    }

    private TestClient watch() {
        return new Sockets(address).watch(TestTokens.of("anna@acme.example"));
    }

    private TestClient arrive(Visit visit) {
        return new Sockets(address).arrive(acme, visit);
    }
}
