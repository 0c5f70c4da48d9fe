package org.lethe.gdpr.datamap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of the Data Privacy Vocabulary for what the catalogue says of its slots, by its words.
 * A term is left out rather than stretched: where none fits, what is held is personal data and its
 * words say which.
 */
final class DataTerms {

    private static final List<String> PERSONAL = List.of("dpv:PersonalData");
    private static final List<String> NOT_PERSONAL = List.of("dpv:NonPersonalData");

    private static final Map<String, List<String>> TERMS =
            Map.ofEntries(
                    Map.entry("when the visit began", PERSONAL),
                    Map.entry("page trail", List.of("pd:BrowsingBehaviour")),
                    Map.entry("referrer", List.of("pd:BrowsingReferral")),
                    Map.entry(
                            "location, postal code and network",
                            List.of("pd:City", "pd:Region", "pd:Country", "pd:PostalCode")),
                    Map.entry(
                            "browser, operating system and kind of device",
                            List.of("pd:UserAgent", "pd:DeviceOperatingSystem", "pd:DeviceBased")),
                    Map.entry("custom data passed by the site", PERSONAL),
                    Map.entry("consent, in its words", PERSONAL),
                    Map.entry("IP address and host name", List.of("pd:IPAddress")),
                    Map.entry(
                            "keyed hashes of what the data subject can be found by, which also stand"
                                    + " in the index",
                            List.of("dpv:PseudonymisedData")),
                    Map.entry(
                            "pre-chat form: name, e-mail address and question",
                            List.of("pd:Name", "pd:EmailAddress", "pd:Communication")),
                    Map.entry("what the account did with data then", NOT_PERSONAL),
                    Map.entry(
                            "messages, with their authors' names",
                            List.of("pd:Communication", "pd:Name")),
                    Map.entry("name, media type and size", PERSONAL),
                    Map.entry("bytes", PERSONAL),
                    Map.entry("name of the operator", List.of("pd:Name")),
                    Map.entry("one recipient and the account's name", List.of("pd:EmailAddress")),
                    Map.entry("its reference number", List.of("pd:Identifier")),
                    Map.entry(
                            "transcript of a chat",
                            List.of("pd:Communication", "pd:Name", "pd:EmailAddress")),
                    Map.entry(
                            "or an offline message with name and e-mail address",
                            List.of("pd:Communication", "pd:Name", "pd:EmailAddress")),
                    Map.entry("or the notice that a letter was lost", NOT_PERSONAL),
                    Map.entry("or the notice that so many chats were", NOT_PERSONAL),
                    Map.entry(
                            "the selectors that name the data subject, where the controller is"
                                    + " called back, and where the request stands",
                            List.of("pd:Identifier")),
                    Map.entry(
                            "in which role and when it was asked for and confirmed; of the"
                                    + " processor's staff that may not act alone, the id of their"
                                    + " sign-in",
                            List.of("pd:Identifier")),
                    Map.entry(
                            "receipt number, chat id, reason, counts and time of a chat's end; no"
                                    + " visitor data",
                            NOT_PERSONAL),
                    Map.entry(
                            "callback address of a controller, number, status, counts and times of"
                                    + " its request; no visitor data",
                            PERSONAL),
                    Map.entry(
                            "settings and addresses that the controller entered",
                            List.of("pd:EmailAddress")),
                    Map.entry("its operators", List.of("pd:Identifier")),
                    Map.entry(
                            "counts, durations, times, hashes and actor roles; no visitor data",
                            NOT_PERSONAL));

    private DataTerms() {}

    /** Empty for words that are new in the catalogue. */
    static Optional<List<String>> find(String contents) {
        return Optional.ofNullable(TERMS.get(contents));
    }

    /** Of words that are new, too: they may stand for personal data. */
    static List<String> of(String contents) {
        return find(contents).orElse(PERSONAL);
    }

    /** All words that there are terms for. */
    static Iterable<String> contents() {
        return TERMS.keySet();
    }
}
