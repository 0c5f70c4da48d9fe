package org.lethe.gdpr.datamap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.contracts.retention.Category;

/**
 * What is done with the data of a category, and for what: the part of the data map that no slot can
 * tell. Terms are those of the Data Privacy Vocabulary, without its prefix.
 *
 * @param purpose in words
 * @param purposeTerm the same in the vocabulary
 * @param subject whom the data is about, in the vocabulary
 * @param processing what is done, in the vocabulary
 * @param recipients who can read it, in words; empty if nobody can
 */
record Treatment(
        String purpose,
        String purposeTerm,
        String subject,
        List<String> processing,
        List<String> recipients) {

    private static final String CARE = "CustomerCare";
    private static final String COMMUNICATION = "CommunicationForCustomerCare";
    private static final String OBLIGATION = "LegalCompliance";
    private static final String VISITOR = "Visitor";

    /** Of each category; one that is new does not compile without. */
    static Treatment of(Category category) {
        return switch (category) {
            case VISIT ->
                    new Treatment(
                            "showing the controller's operators who is on the site, so that they"
                                    + " can help",
                            CARE,
                            VISITOR,
                            List.of("Collect", "Store", "Display", "Erase"),
                            whoGivesAccess("operators of the account who are signed in"));
            case CHAT ->
                    new Treatment(
                            "the conversation between a visitor and the controller's operators",
                            COMMUNICATION,
                            VISITOR,
                            List.of("Collect", "Store", "Display", "Transmit", "Erase"),
                            whoGivesAccess(
                                    "the visitor",
                                    "operators of the account who are signed in: the form of a chat"
                                            + " that waits",
                                    "operators in the chat: all of it"));
            case FILE ->
                    new Treatment(
                            "handing files over in a conversation",
                            COMMUNICATION,
                            VISITOR,
                            List.of("Collect", "Store", "Transmit", "Erase"),
                            whoGivesAccess("the visitor", "operators in the chat"));
            case LETTER ->
                    new Treatment(
                            "mailing a transcript or a message that was left, as the account has"
                                    + " set it",
                            COMMUNICATION,
                            VISITOR,
                            List.of("Store", "Transmit", "Erase"),
                            whoGivesAccess(
                                    "a mailbox that the account named",
                                    "for the copy of a transcript, the mailbox that the visitor"
                                            + " gave",
                                    "mail servers on the way"));
            case ERASURE_REQUEST ->
                    new Treatment(
                            "erasing, showing or handing over what is held about a data subject",
                            OBLIGATION,
                            "DataSubject",
                            List.of("Collect", "Store", "Use", "Erase"),
                            List.of(
                                    "privacy officers of the account: how far it is, and results;"
                                            + " nobody is shown its selectors",
                                    "the processor's staff: the same, where the account lets them"
                                            + " act; else of what they asked for and a second"
                                            + " person confirmed"));
            case CHAT_RECEIPT ->
                    new Treatment(
                            "proving that a chat was destroyed",
                            OBLIGATION,
                            VISITOR,
                            List.of("Store", "Disclose", "Erase"),
                            List.of("whoever has the receipt's number"));
            case CALLBACK ->
                    new Treatment(
                            "telling a controller how far its request for a data subject is",
                            OBLIGATION,
                            "DataSubject",
                            List.of("Store", "Transmit", "Erase"),
                            List.of("the controller, at an address that is registered for it"));
            case ACCOUNT ->
                    new Treatment(
                            "running the service for the controller as it has set it",
                            "ServiceProvision",
                            "User",
                            List.of("Collect", "Store", "Use", "Erase"),
                            List.of(
                                    "operators, administrators and privacy officers of the account"));
            case LEDGER ->
                    new Treatment(
                            "proving what was destroyed and when",
                            "RecordManagement",
                            "DataSubject",
                            List.of("Store", "Disclose"),
                            List.of(
                                    "administrators and privacy officers of the account",
                                    "the processor's staff where the account lets them act"));
        };
    }

    /** Who reads it in any case, and those who may answer a data subject. */
    private static List<String> whoGivesAccess(String... others) {
        return Stream.concat(
                        Arrays.stream(others),
                        Stream.of(
                                "privacy officers of the account, for data subjects' rights",
                                "the processor's staff, for data subjects' rights, where the"
                                        + " account lets them act or a second person confirms it"))
                .toList();
    }
}
