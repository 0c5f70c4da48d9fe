package org.lethe.mail.render;

import java.util.List;
import java.util.Optional;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.scope.Whereabouts;

/** An offline message as its templates show it. */
public record OfflineView(
        String subject, String account, List<Fact> facts, List<String> message, String foot)
        implements LetterView {

    private static final String TEMPLATE = "offline";

    @Override
    public String template() {
        return TEMPLATE;
    }

    static OfflineView of(OfflineLetter letter, Optional<Whereabouts> address) {
        var times = new LetterTimes(letter.timeZone());
        String account = PlainText.line(letter.accountName());
        return new OfflineView(
                "Offline message: " + Fence.around(account) + ", " + times.brief(letter.at()),
                account,
                Fact.present(
                        new Fact("From", PlainText.line(letter.name())),
                        new Fact("E-mail", PlainText.line(letter.email())),
                        Fact.of("IP address", address.map(Whereabouts::address)),
                        Fact.of("Host name", address.map(Whereabouts::host)),
                        new Fact("Left", times.full(letter.at())),
                        Fact.of(letter.reference())),
                PlainText.lines(letter.message()),
                Feet.of(TEMPLATE, letter.reference()));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
