package org.lethe.runtime.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/**
 * How much one caller may do, each as {@code <so many at once> in <the time in which they come
 * back>}. What replicas count together they name by a keyed hash, whose key is thrown away after at
 * most twice that time, or 20 minutes.
 */
@ConfigMapping(prefix = "lethe.limits")
public interface LimitSettings {

    /** Visits that one address (of v6 its /64) opens at one account. */
    @WithDefault("120 in 10m")
    Rate visitsPerAddress();

    /** Visits of one account: a share of the store that all accounts use. */
    @WithDefault("6000 in 1m")
    Rate visitsPerAccount();

    /**
     * Sockets that one address opens in one process; a page has two, and opens them anew after an
     * update.
     */
    @WithDefault("600 in 1m")
    Rate socketsPerAddress();

    /** Requests for a chat of one visit. */
    @WithDefault("6 in 1m")
    Rate chatsPerVisit();

    /** Chats that one address asks for at one account. */
    @WithDefault("20 in 10m")
    Rate chatsPerAddress();

    /** Chats that may wait at one account at a time; then its visitors may leave a message. */
    @WithDefault("100")
    @Min(1)
    int queuedChats();

    /** Messages that one address leaves at one account while nobody is online. */
    @WithDefault("10 in 10m")
    Rate offlineMessages();

    /** Bytes of files in one chat. */
    @WithDefault("100M in 6h")
    Rate uploadsPerChat();

    /** Bytes of files in all chats of one account. */
    @WithDefault("2G in 1h")
    Rate uploadsPerAccount();

    /** Copies of transcripts to one mailbox. */
    @WithDefault("3 in 24h")
    Rate copiesPerMailbox();

    /** Copies of transcripts to visitors of one account. */
    @WithDefault("100 in 1h")
    Rate copiesPerAccount();

    /** Receipts of chats that one address fetches, of one process. */
    @WithDefault("60 in 1m")
    Rate chatReceiptsPerAddress();

    /** Proofs and heads of the ledger that one address fetches, of one process. */
    @WithDefault("600 in 1m")
    Rate ledgerProofsPerAddress();

    /** Frames of one caller, on all sockets that it has in one process. */
    @WithDefault("120 in 4s")
    Rate frames();

    /** Messages of one caller, on all sockets in one process; the next is refused. */
    @WithDefault("30 in 15s")
    Rate messages();

    /** Signs of typing and reading of one caller; more are dropped. */
    @WithDefault("20 in 5s")
    Rate signals();

    /**
     * Callers that are counted in one process at a time; the least recent is forgotten. Ids only.
     */
    @WithDefault("20000")
    @Min(1)
    int trackedCallers();
}
