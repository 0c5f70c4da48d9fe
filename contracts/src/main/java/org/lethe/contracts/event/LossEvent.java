package org.lethe.contracts.event;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;

/**
 * What an account lost, for its consoles to say; kept for a day and not in the store, since it may
 * be the store that was lost.
 */
public sealed interface LossEvent extends Event {

    AccountId account();

    /** What was lost. One loss may be noted twice. */
    ScopeId lost();

    @Override
    default String subject() {
        return lost().value();
    }

    /**
     * A letter did not arrive, or perhaps did not.
     *
     * @param kind missing if whoever noticed does not know it
     */
    record LetterLossNoted(
            LetterId letter, AccountId account, @Nullable LetterKind kind, LossReason reason)
            implements LossEvent {

        @Override
        public ScopeId lost() {
            return letter;
        }
    }

    /**
     * A chat went with its store.
     *
     * @param waited whether it is known to have waited for an operator
     */
    record ChatLossNoted(ChatId chat, AccountId account, boolean waited) implements LossEvent {

        @Override
        public ScopeId lost() {
            return chat;
        }
    }
}
