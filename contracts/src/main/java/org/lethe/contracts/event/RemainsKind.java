package org.lethe.contracts.event;

import org.lethe.contracts.Coded;

/**
 * What is gone, for counting.
 *
 * <p>In an answer to an erasure a count has one meaning for every service: how many of the things
 * that the erasure names, or that belong to what it names, are gone for certain from that service's
 * responsibility when it answers. Whether this service removed them, or found them gone, is no
 * difference. So an answer is the same whenever and however often it is given, and the answers of
 * all services add up to what a receipt says was destroyed.
 */
public enum RemainsKind implements Coded {
    /** Visits that the erasure names. */
    VISITS,
    /** Chats that the erasure names. */
    CHATS,
    /** Files of the chats that the erasure names, those removed shortly before it included. */
    FILES,
    /** What these files took, sealed. */
    BYTES,
    /** Letters that the erasure names and that no mail server had, not even perhaps. */
    LETTERS,
    /**
     * Letters, of those that the erasure names or that its chats may have made, that a mail server
     * had before the erasure came: nobody can take them back.
     */
    HANDED_OVER,
    /**
     * Letters, of the same, that a mail server had whole before the erasure came and never answered
     * for: they may have been delivered.
     */
    PERHAPS_DELIVERED
}
