package org.lethe.acceptance.journey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lethe.acceptance.client.Persona;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ReferenceNumber;

/** Each way to name a data subject, and what of theirs it leads to (ADR 0031). */
public enum Selector {
    EMAIL,
    ADDRESS,
    NETWORK,
    CUSTOMER_NUMBER,
    DETAIL,
    REFERENCE,
    VISIT,
    CHAT,
    LETTER;

    Naming naming(LiveSubject subject) {
        Persona persona = subject.persona();
        Naming naming = new Naming();
        return switch (this) {
            case EMAIL -> naming.identity("email", persona.email());
            case ADDRESS -> naming.member("addresses", List.of(persona.address()));
            case NETWORK -> naming.member("networks", List.of(network(persona.address())));
            case CUSTOMER_NUMBER ->
                    naming.identity("controller_customer_id", persona.detailValue());
            case DETAIL -> naming.detail(persona.detailKey(), persona.detailValue());
            case REFERENCE ->
                    naming.member(
                            "references",
                            List.of(referenceOf(subject.chat()), subject.messageReference()));
            case VISIT -> naming.member("visits", List.of(subject.visit()));
            case CHAT -> naming.member("chats", List.of(subject.chat()));
            case LETTER -> naming.member("letters", List.of(subject.transcripts().getFirst()));
        };
    }

    /** What it leads to; of what it does not lead to nothing may be touched. */
    public Set<String> scopes(LiveSubject subject) {
        return switch (this) {
            case EMAIL, ADDRESS, NETWORK, REFERENCE -> subject.scopes();
            // Nothing links an offline message to them.
            case CUSTOMER_NUMBER, DETAIL, VISIT, CHAT -> subject.ofVisit();
            // The chat that it is of is gone, and does not say any more whose it was.
            case LETTER -> Set.copyOf(subject.transcripts());
        };
    }

    private static String referenceOf(String chat) {
        return ReferenceNumber.of(new ChatId(chat)).value();
    }

    /** The /24 of version 4, the /64 of version 6: what the index has. */
    private static String network(String address) {
        if (address.contains(".")) {
            return address.substring(0, address.lastIndexOf('.')) + ".0/24";
        }
        String[] groups = address.split(":");
        return String.join(":", List.of(groups).subList(0, 4)) + "::/64";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
