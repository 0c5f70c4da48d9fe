package org.lethe.chat.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.conversation.VisitLinks;
import org.lethe.chat.desk.Boards;
import org.lethe.chat.desk.OnlineOperators;
import org.lethe.chat.it.Site;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.event.ChatEvent.ChatRequested;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.Consent;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.limit.Limits;
import org.lethe.runtime.problem.Refusal;
import org.lethe.stack.fixture.LetheInfrastructure;

/** What happens between the steps in which a chat is opened. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RequestIT {
    private static final ChatForm FORM =
            new ChatForm(
                    PersonName.of("Vera"),
                    null,
                    QuestionText.of("Hi"),
                    new Consent(ConsentText.of("I agree"), Instant.EPOCH));

    private static final ClientAddress FROM = ClientAddress.of("192.0.2.7");

    @Inject Site site;
    @Inject ChatRequests requests;
    @Inject ChatStore store;
    @Inject VisitLinks visits;
    @Inject Boards boards;
    @Inject AccountDirectory accounts;
    @Inject OnlineOperators operators;
    @Inject AdmissionGate gate;
    @Inject Limits limits;
    @Inject Vault vault;

    @BeforeEach
    void open() {
        site.settings(Map.of());
        operators.lease(Site.ACME, Map.of("operator/connection", Duration.ofMinutes(1)));
    }

    @Test
    void keepsNoFormWhenAnErasureFindsTheChatByItsLink() {
        var erasure = new ErasureBehindTheLink();
        var request =
                new RequestChat(
                        requests, store, erasure, boards, accounts, operators, gate, limits);
        VisitId visit = site.visitor().visit();

        assertThatThrownBy(() -> request.request(new Caller.Visitor(Site.ACME, visit), FROM, FORM))
                .isInstanceOf(Refusal.class);

        assertThat(erasure.marked).isEqualTo(1);
        assertThat(store.metas(store.openChats(Site.ACME)).values())
                .noneMatch(meta -> meta.visit().equals(visit));
        vault.destroy(visit, DestroyReason.ERASED, List.of());
    }

    @Test
    void keepsNoAddressWhenTheSwitchWentOnMeanwhile() {
        var chat = new ChatRequested(requests.newChat(), Site.ACME, site.visitor().visit());
        var address = new Whereabouts(ClientAddress.of(Site.ADDRESS), null);
        site.settings(Map.of("removeAddress", true));

        try (ChatSeal seal = requests.open(chat)) {
            assertThat(requests.queue(chat, seal, FORM, Optional.of(address))).isTrue();
        }

        assertThat(store.form(chat.chat())).isPresent();
        assertThat(store.address(chat.chat())).isEmpty();
        requests.discard(chat.chat());
    }

    /** Reads the link as soon as it is there, marks what it names, and comes no further yet. */
    private final class ErasureBehindTheLink implements VisitLinks {
        private int marked;

        @Override
        public Optional<ChatId> link(VisitId visit, ChatId chat, Optional<ChatId> expected) {
            Optional<ChatId> linked = visits.link(visit, chat, expected);
            if (linked.equals(Optional.of(chat)) && expected.isEmpty()) {
                ErasureId by = vault.newErasureId();
                vault.markErasing(List.of(visit), by);
                marked = vault.markErasing(List.of(chat), by);
                vault.destroy(chat, DestroyReason.ERASED, List.of());
            }
            return linked;
        }

        @Override
        public void unlink(VisitId visit, ChatId chat) {
            visits.unlink(visit, chat);
        }

        @Override
        public Optional<ChatId> chatOf(VisitId visit) {
            return visits.chatOf(visit);
        }

        @Override
        public Map<VisitId, Duration> lives(Collection<VisitId> asked) {
            return visits.lives(asked);
        }

        @Override
        public Optional<Whereabouts> address(VisitId visit) {
            return visits.address(visit);
        }
    }
}
