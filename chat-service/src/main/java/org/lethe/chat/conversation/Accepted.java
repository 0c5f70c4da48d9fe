package org.lethe.chat.conversation;

/** What became of an operator's wish to take a chat. */
public enum Accepted {
    ACCEPTED,
    /** Another operator was first. */
    TAKEN,
    /** It is another account's. */
    STRANGER,
    GONE
}
