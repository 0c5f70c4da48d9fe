package org.lethe.chat.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.chat.conversation.OpenChat;
import org.lethe.chat.letter.Letters;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.LogKey;
import org.lethe.runtime.account.AccountDirectory;
import org.lethe.runtime.problem.Refusal;

/**
 * What is posted of a chat that ends: its transcripts, as its account wants them.
 *
 * <p>Who can't say what the account wants refuses, so that another replica does it that can. If
 * none can, the reaper destroys the chat at its deadline. Only where nobody can open the settings,
 * as they are damaged, is it ended without.
 */
@ApplicationScoped
class LastLetters {
    private static final Log LOG = Log.of(LastLetters.class);

    private final AccountDirectory accounts;
    private final Transcript transcript;
    private final Letters letters;

    @Inject
    LastLetters(AccountDirectory accounts, Transcript transcript, Letters letters) {
        this.accounts = accounts;
        this.transcript = transcript;
        this.letters = letters;
    }

    /** Whether this process has read the accounts: before, it leaves all ends to others. */
    boolean areKnown() {
        return accounts.isLoaded();
    }

    /** Refuses as unavailable before {@link #areKnown()}. */
    void requireKnown() {
        if (!areKnown()) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    /** Refuses as unavailable where another process may know what the account wants. */
    List<SealedLetter> seal(OpenChat chat) {
        AccountId account = chat.meta().account();
        if (accounts.isDamaged(account)) {
            // Nobody knows who may get a transcript, and what is said in a chat ends with it.
            LOG.warn("A chat ends without transcripts", LogKey.SCOPE.of(chat.id()));
            return List.of();
        }
        return accounts.find(account)
                .map(settings -> {
                    Transcript.Written written = transcript.write(chat, settings);
                    return letters.seal(written.drafts(), written.told());
                })
                .orElse(List.of());
    }
}
