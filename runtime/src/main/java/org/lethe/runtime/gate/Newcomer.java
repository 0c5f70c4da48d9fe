package org.lethe.runtime.gate;

/** What asks to be let in; while the store fills up, some before others are asked to come back. */
public enum Newcomer {
    /** A visit: most of them never become a chat, and anybody can open many. */
    VISIT,
    /** A chat or an offline message: somebody wants an answer. */
    WORDS
}
