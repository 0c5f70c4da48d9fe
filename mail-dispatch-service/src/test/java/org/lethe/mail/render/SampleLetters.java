package org.lethe.mail.render;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.LostChatsNotice;
import org.lethe.contracts.letter.LostNotice;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.letter.TranscriptLetter;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.scope.Whereabouts;

/** Letters that the golden files are of. */
public final class SampleLetters {

    public static final Whereabouts ADDRESS =
            new Whereabouts(ClientAddress.of("2001:db8::17"), HostName.of("pool-17.example.net"));

    private static final ReferenceNumber NUMBER = ReferenceNumber.of("7K3F9-QXM2D");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN = Instant.parse("2026-03-28T22:58:30Z");

    private SampleLetters() {}

    /** Over midnight and the begin of summer time, with everything that could break a layout. */
    public static TranscriptLetter transcript() {
        return transcript(false);
    }

    /** The same for the visitor. */
    static TranscriptLetter copy() {
        return transcript(true);
    }

    private static TranscriptLetter transcript(boolean copy) {
        return new TranscriptLetter(
                EmailAddress.of("desk@acme.example"),
                AccountName.of("Acme & Söhne"),
                BERLIN,
                NUMBER,
                BEGIN,
                Instant.parse("2026-03-29T01:05:00Z"),
                EndReason.OPERATOR,
                PersonName.of("Zoë <b>Müller</b>"),
                EmailAddress.of("zoe@visitor.example"),
                QuestionText.of("Where is my order?\nIt's \"late\"."),
                List.of(
                        line(0, Speaker.SYSTEM, null, "Anna joined.", null),
                        line(30, Speaker.OPERATOR, "Anna", "Hello!\n\nHow can I help?", null),
                        line(
                                60,
                                Speaker.VISITOR,
                                "Zoë <b>Müller</b>",
                                "<script>alert('x')</script>\n00:01:02  Anna (operator):\n  Paid.",
                                null),
                        line(120, Speaker.VISITOR, null, null, "Rechnung \u4e2d\u6587.pdf"),
                        line(
                                7200,
                                Speaker.OPERATOR,
                                null,
                                ".\nFrom here on \ud83d\ude00",
                                "b.png")),
                copy);
    }

    /** In two scripts, in the hour that is there twice, from one who would like to be another. */
    static TranscriptLetter mixed() {
        Instant twice = Instant.parse("2026-10-25T00:30:00Z");
        return new TranscriptLetter(
                EmailAddress.of("desk@acme.example"),
                AccountName.of("\u05d0\u05d7\u05ea"),
                BERLIN,
                NUMBER,
                twice,
                twice.plusSeconds(4000),
                EndReason.VISITOR,
                PersonName.of("Otto Gruber (operator)"),
                null,
                QuestionText.of("turned \u202Etxet\u2069"),
                List.of(
                        new TranscriptLetter.Line(
                                twice,
                                Speaker.VISITOR,
                                null,
                                MessageText.of(
                                        "\u05e9\u05dc\u05d5\u05dd, \u05de\u05d4 \u05dc\u05d2\u05d1\u05d9 Ember 2.0"
                                                + "\nwide    gap and  two"),
                                null),
                        new TranscriptLetter.Line(
                                twice.plusSeconds(3600),
                                Speaker.OPERATOR,
                                PersonName.of("Otto Gruber"),
                                MessageText.of("Hello"),
                                FileName.of("\u05d0.png"))),
                false);
    }

    /** Of an earlier version, so without a number. */
    static TranscriptLetter empty() {
        return new TranscriptLetter(
                EmailAddress.of("desk@acme.example"),
                AccountName.of("Acme"),
                ZoneId.of("America/New_York"),
                null,
                BEGIN,
                BEGIN.plusSeconds(1800),
                EndReason.IDLE,
                PersonName.of("Guest"),
                null,
                null,
                List.of(),
                false);
    }

    public static OfflineLetter offline() {
        return new OfflineLetter(
                EmailAddress.of("desk@acme.example"),
                AccountName.of("Acme"),
                BERLIN,
                NUMBER,
                BEGIN,
                PersonName.of("Zoë Müller"),
                EmailAddress.of("zoe@visitor.example"),
                MessageText.of("Please call me back.\n\n1 < 2 & 3 > 2"));
    }

    static LostNotice notice(LossReason reason) {
        return new LostNotice(
                EmailAddress.of("admin@acme.example"),
                AccountName.of("Acme"),
                BERLIN,
                LetterId.of("l17-k3f9-abcdefghijklmnopqrstuvwxyz"),
                reason,
                BEGIN);
    }

    static LostChatsNotice lostChats() {
        return new LostChatsNotice(
                EmailAddress.of("admin@acme.example"), AccountName.of("Acme"), BERLIN, 3, BEGIN);
    }

    private static TranscriptLetter.Line line(
            long seconds,
            Speaker from,
            @Nullable String name,
            @Nullable String text,
            @Nullable String file) {
        return new TranscriptLetter.Line(
                BEGIN.plusSeconds(seconds),
                from,
                name == null ? null : PersonName.of(name),
                text == null ? null : MessageText.of(text),
                file == null ? null : FileName.of(file));
    }
}
