package org.lethe.mail.render;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Whereabouts;

/** A transcript as its templates show it. */
public record TranscriptView(
        String subject,
        String account,
        List<Fact> facts,
        List<String> question,
        List<LineView> lines,
        String foot)
        implements LetterView {

    @Override
    public String template() {
        return "transcript";
    }

    static TranscriptView of(TranscriptLetter letter, Optional<Whereabouts> address) {
        var times = LetterTimes.between(letter.started(), letter.ended(), letter.timeZone());
        String account = PlainText.line(letter.accountName());
        UnaryOperator<String> visitors = ofVisitor(letter);
        return new TranscriptView(
                "Chat transcript: " + Fence.around(account) + ", " + times.brief(letter.started()),
                account,
                Fact.present(
                        new Fact("Visitor", visitors.apply(PlainText.line(letter.visitorName()))),
                        new Fact("E-mail", PlainText.line(letter.visitorEmail())),
                        Fact.of("IP address", address.map(Whereabouts::address)),
                        Fact.of("Host name", address.map(Whereabouts::host)),
                        new Fact("Started", times.full(letter.started())),
                        new Fact("Ended", times.full(letter.ended()) + ", " + by(letter.reason())),
                        Fact.of(letter.reference())),
                PlainText.lines(letter.question()).stream().map(visitors).toList(),
                letter.lines().stream().map(line -> line(line, letter, times)).toList(),
                Feet.of(letter.copy() ? "transcript-copy" : "transcript", letter.reference()));
    }

    private static LineView line(
            TranscriptLetter.Line line, TranscriptLetter letter, LetterTimes times) {
        UnaryOperator<String> written =
                line.from() == Speaker.VISITOR ? ofVisitor(letter) : UnaryOperator.identity();
        String file = written.apply(PlainText.line(line.file()));
        return new LineView(
                times.ofLine(line.at(), letter.started()),
                role(line.from()),
                written.apply(PlainText.line(speaker(line, letter.visitorName()))),
                PlainText.lines(line.text()).stream().map(written).toList(),
                file.isEmpty() ? List.of() : List.of(file));
    }

    /** Who gave the address of a copy may have given a stranger's, and written to that. */
    private static UnaryOperator<String> ofVisitor(TranscriptLetter letter) {
        return letter.copy() ? Links::apart : UnaryOperator.identity();
    }

    /** Stands before the name, where nothing that is in a name can be taken for it. */
    private static String role(Speaker speaker) {
        return switch (speaker) {
            case VISITOR -> "Visitor";
            case OPERATOR -> "Operator";
            case SYSTEM -> "";
        };
    }

    private static @Nullable PersonName speaker(TranscriptLetter.Line line, PersonName visitor) {
        return line.from() == Speaker.VISITOR && line.name() == null ? visitor : line.name();
    }

    private static String by(EndReason reason) {
        return switch (reason) {
            case VISITOR -> "by the visitor";
            case OPERATOR -> "by the operator";
            case LEFT -> "because the visitor had left";
            case IDLE -> "nobody wrote any more";
            case LIMIT -> "at the longest time that a chat may last";
            case DEADLINE -> "at its deadline";
            case CLOSED -> "because the account was closed";
            case ERASURE -> "by an erasure";
        };
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    /**
     * One message as shown.
     *
     * @param role empty for the system
     * @param name empty if there is none
     * @param file none, or the one name of a file
     */
    public record LineView(
            String at, String role, String name, List<String> text, List<String> file) {

        public boolean isSystem() {
            return role.isEmpty();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
