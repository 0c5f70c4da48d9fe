package org.lethe.runtime.limit;

import java.util.function.Function;
import org.lethe.contracts.Coded;

/**
 * The table of everything that is counted: of whom, how much, and what happens while the store in
 * which replicas share their counts is away.
 */
public enum Limit implements Coded {
    /** Visits that one address opens at one account. */
    VISITS_PER_ADDRESS(LimitSettings::visitsPerAddress, Counted.SHARED_OR_ALLOWED),
    /** Visits of one account, from wherever they come. */
    VISITS_PER_ACCOUNT(LimitSettings::visitsPerAccount, Counted.SHARED_OR_ALLOWED),
    /** Sockets that one address opens in this process, at any account. */
    SOCKETS_PER_ADDRESS(LimitSettings::socketsPerAddress, Counted.IN_PROCESS),
    /** Requests for a chat of one visit. */
    CHATS_PER_VISIT(LimitSettings::chatsPerVisit, Counted.SHARED_OR_ALLOWED),
    /** Chats that one address asks for at one account. */
    CHATS_PER_ADDRESS(LimitSettings::chatsPerAddress, Counted.SHARED_OR_ALLOWED),
    /** Messages that one address leaves at one account while nobody is online. */
    OFFLINE_MESSAGES(LimitSettings::offlineMessages, Counted.SHARED_OR_REFUSED),
    /** Bytes of the files that are sent in one chat. */
    UPLOADS_PER_CHAT(LimitSettings::uploadsPerChat, Counted.SHARED_OR_REFUSED),
    /** Bytes of the files that are sent in all chats of one account. */
    UPLOADS_PER_ACCOUNT(LimitSettings::uploadsPerAccount, Counted.SHARED_OR_REFUSED),
    /** Copies of transcripts to one mailbox, which somebody typed: whoever owns it. */
    COPIES_PER_MAILBOX(LimitSettings::copiesPerMailbox, Counted.SHARED_OR_REFUSED),
    /** Copies of transcripts to all visitors of one account. */
    COPIES_PER_ACCOUNT(LimitSettings::copiesPerAccount, Counted.SHARED_OR_REFUSED),
    /** Receipts of chats that one address fetches of this process. */
    CHAT_RECEIPTS_PER_ADDRESS(LimitSettings::chatReceiptsPerAddress, Counted.IN_PROCESS),
    /**
     * Proofs and heads of the ledger that one address fetches of this process: nobody has to sign
     * in for them, and a proof may have to be read from the topic.
     */
    LEDGER_PROOFS_PER_ADDRESS(LimitSettings::ledgerProofsPerAddress, Counted.IN_PROCESS),
    /** Frames of one caller on all sockets of this process. */
    FRAMES(LimitSettings::frames, Counted.IN_PROCESS),
    /** Messages of one caller in this process. */
    MESSAGES(LimitSettings::messages, Counted.IN_PROCESS),
    /** Signs of typing and reading of one caller in this process. */
    SIGNALS(LimitSettings::signals, Counted.IN_PROCESS);

    /** Where it is counted. */
    enum Counted {
        /** By all replicas; while the store is away, what is asked for needs it anyway. */
        SHARED_OR_ALLOWED,
        /** By all replicas; what would do harm outside must wait for the store. */
        SHARED_OR_REFUSED,
        /** By each process for itself: too often for a store. */
        IN_PROCESS
    }

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<LimitSettings, Rate> rate;

    private final Counted counted;

    Limit(Function<LimitSettings, Rate> rate, Counted counted) {
        this.rate = rate;
        this.counted = counted;
    }

    Rate rate(LimitSettings settings) {
        return rate.apply(settings);
    }

    boolean isShared() {
        return counted != Counted.IN_PROCESS;
    }

    /** Whether to go on when nobody can count. */
    boolean isAllowedUncounted() {
        return counted == Counted.SHARED_OR_ALLOWED;
    }
}
