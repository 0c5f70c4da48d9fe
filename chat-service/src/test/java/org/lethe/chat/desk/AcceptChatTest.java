package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.chat.Refused.refuses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.InMemory;
import org.lethe.chat.conversation.ChatSeal;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.PersonName;
import org.lethe.privacy.vault.Lookup;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.caller.Role;
import org.lethe.runtime.problem.Refusal;

class AcceptChatTest {

    private static final Caller.Operator ANNA = InMemory.operator(InMemory.ANNA, "Anna");
    private static final Caller.Operator BERT = InMemory.operator(InMemory.BERT, "Bert");

    private final InMemory memory = new InMemory();
    private final ChatId chat = memory.queued();
    private final AcceptChat acceptChat = new AcceptChat(memory.store);

    @AfterEach
    void holdsNoKeys() {
        assertThat(memory.store.heldKeys()).isZero();
    }

    @Test
    void givesTheChatToTheOperatorUnderASealedName() {
        acceptChat.accept(ANNA, chat);

        assertThat(memory.store.isIn(chat, InMemory.ACME, InMemory.ANNA)).isTrue();
        Lookup.Open found = (Lookup.Open) memory.store.lookup(chat);
        try (var seal = new ChatSeal(found.cipher())) {
            String sealed = found.meta().fields().getOrDefault("operatorName", "");
            assertThat(sealed).doesNotContain("Anna");
            assertThat(seal.openOperatorName(sealed)).contains(PersonName.of("Anna"));
        }
    }

    @Test
    void givesItToTheSameOperatorAgain() {
        acceptChat.accept(ANNA, chat);
        acceptChat.accept(ANNA, chat);

        assertThat(memory.store.isIn(chat, InMemory.ACME, InMemory.ANNA)).isTrue();
    }

    @Test
    void letsOneOfTwoWin() throws InterruptedException {
        var outcomes = new ArrayList<ErrorCode>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> both =
                    List.of(accepting(ANNA, outcomes), accepting(BERT, outcomes));
            var _ = threads.invokeAll(both);
        }

        assertThat(outcomes).containsExactly(ErrorCode.CONFLICT);
        assertThat(memory.store.isIn(chat, InMemory.ACME, InMemory.ANNA))
                .isNotEqualTo(memory.store.isIn(chat, InMemory.ACME, InMemory.BERT));
    }

    @Test
    void hidesTheChatsOfOtherAccounts() {
        var stranger =
                new Caller.Operator(
                        AccountId.of("globex"),
                        InMemory.ANNA,
                        PersonName.of("Eve"),
                        Set.of(Role.OPERATOR));

        refuses(ErrorCode.NOT_FOUND, () -> acceptChat.accept(stranger, chat));
        assertThat(memory.store.isIn(chat, InMemory.ACME, InMemory.ANNA)).isFalse();
    }

    @Test
    void refusesChatsThatAreOver() {
        memory.store.beginEnding(chat, EndReason.VISITOR);
        refuses(ErrorCode.NOT_FOUND, () -> acceptChat.accept(ANNA, chat));

        memory.store.destroy(chat);
        refuses(ErrorCode.NOT_FOUND, () -> acceptChat.accept(ANNA, chat));
    }

    @Test
    void saysWhetherAskingAgainHelps() {
        memory.store.setAway(true);
        refuses(ErrorCode.UNAVAILABLE, () -> acceptChat.accept(ANNA, chat));
        memory.store.setAway(false);

        memory.store.lose();
        refuses(ErrorCode.SCOPE_LOST, () -> acceptChat.accept(ANNA, chat));
    }

    private Callable<Void> accepting(Caller.Operator operator, List<ErrorCode> refusals) {
        return () -> {
            try {
                acceptChat.accept(operator, chat);
            } catch (Refusal refusal) {
                synchronized (refusals) {
                    refusals.add(refusal.code());
                }
            }
            return null;
        };
    }
}
