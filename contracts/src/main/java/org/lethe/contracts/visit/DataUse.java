package org.lethe.contracts.visit;

import java.time.Duration;

/**
 * What an account does with a visitor's data, as far as its settings decide it: what every sentence
 * about data on the account's pages is made of. Names nobody, so that any page may ask for it.
 *
 * @param addresses whether IP address and host name are seen and mailed
 * @param transcriptToTeam whether a transcript goes to the account when a chat ends
 * @param transcriptToVisitor whether one goes to the visitor, if an operator wrote in the chat and
 *     the visitor gave an e-mail address
 * @param offlineMessages whether a message can be left while nobody is online
 * @param tlsOnly whether mail is sent over encrypted connections only
 * @param letterDeadline after which a letter that could not be sent is destroyed
 */
public record DataUse(
        boolean addresses,
        boolean transcriptToTeam,
        boolean transcriptToVisitor,
        boolean offlineMessages,
        boolean tlsOnly,
        Duration letterDeadline) {}
