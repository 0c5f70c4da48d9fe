package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lethe.acceptance.endurance.ChatRecord.Ending;
import org.lethe.acceptance.endurance.LetterCheck.Due;
import org.lethe.acceptance.endurance.LetterCheck.Outcome;
import org.lethe.acceptance.endurance.Verdict.Figure;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.inbox.ReceivedMail;

/** All mail of a run, and what it had to be. */
final class Post {

    /** As the demo account has them. */
    private static final List<String> TRANSCRIPTS_TO =
            List.of("team@acme.example", "archive@acme.example");

    private static final String OFFLINE_TO = "desk@acme.example";

    /** By what a letter may be held up or doubled. */
    private static final List<String> DOUBLING =
            List.of("mail-dispatch-service", "redis", Faults.MAIL_SERVER);

    /** So long an event of it may lie in Redis alone. */
    private static final Duration UNTOLD = Duration.ofSeconds(15);

    /** A chat that is left ends by then, unless outages put it off. */
    private static final Duration LEFT = Duration.ofMinutes(12);

    private final Chronicle chronicle;
    private final InboxClient inbox;
    private final List<ReceivedMail> mails = new ArrayList<>();

    Post(Chronicle chronicle, InboxClient inbox) {
        this.chronicle = chronicle;
        this.inbox = inbox;
    }

    /** Fetches what has arrived; how many letters neither arrived nor were told lost. */
    synchronized int missing() {
        fetch();
        var check = new LetterCheck(mails, ignored -> {});
        return (int)
                due().stream()
                        .filter(it -> !it.mayBeLost() && check.outcome(it) == Outcome.MISSING)
                        .count();
    }

    /** Judges all letters; after they had their time. */
    synchronized void judge() {
        fetch();
        Verdict verdict = chronicle.verdict();
        var check = new LetterCheck(mails, verdict);
        for (Due letter : due()) {
            Outcome outcome = check.judge(letter);
            verdict.count(Figure.LETTERS);
            verdict.count(Figure.COPIES, Math.max(0, check.copiesOf(letter) - 1));
            if (outcome == Outcome.TOLD) {
                verdict.count(Figure.LETTERS_TOLD_LOST);
            }
        }
        chronicle.written().stream()
                .filter(it ->
                        it instanceof Chronicle.OfChat(var script, var chat, long at)
                                && chat.over().equals(Optional.of(Ending.ERASED)))
                .forEach(it -> check.requireNone(it.script().word(), "the chat was erased"));
    }

    private void fetch() {
        long last = mails.isEmpty() ? 0 : mails.getLast().id();
        for (Optional<ReceivedMail> next = inbox.mail(last + 1);
                next.isPresent();
                next = inbox.mail(next.get().id() + 1)) {
            mails.add(next.get());
        }
    }

    private List<Due> due() {
        return chronicle.written().stream()
                .flatMap(written ->
                        switch (written) {
                            case Chronicle.OfChat ofChat -> transcripts(ofChat).stream();
                            case Chronicle.OfOfflineMessage message ->
                                    List.of(due(message)).stream();
                        })
                .toList();
    }

    private List<Due> transcripts(Chronicle.OfChat ended) {
        Optional<Ending> over = ended.chat().over();
        boolean expected =
                over.equals(Optional.of(Ending.BY_VISITOR))
                        || over.equals(Optional.of(Ending.BY_OPERATOR))
                        || isLeft(ended);
        if (!expected) {
            return List.of();
        }
        long until = ended.at() + (isLeft(ended) ? LEFT : UNTOLD).toNanos();
        boolean mayBeLost = chronicle.disturbances().wasStoreLost(ended.chat().began(), until);
        return IntStream.range(0, TRANSCRIPTS_TO.size())
                .mapToObj(ordinal ->
                        new Due(
                                LetterId.of(new ChatId(ended.chat().chat()), ordinal).value(),
                                TRANSCRIPTS_TO.get(ordinal),
                                ended.script().word(),
                                ended.chat().texts(),
                                mayBeLost,
                                copies(ended.at())))
                .toList();
    }

    private static boolean isLeft(Chronicle.OfChat ended) {
        return ended.chat().expected().equals(Optional.of(Ending.LEFT))
                && !ended.chat().over().equals(Optional.of(Ending.LOST));
    }

    /** Nobody was told the id of its letter: a notice can't be told from others. */
    private Due due(Chronicle.OfOfflineMessage message) {
        return new Due(
                "",
                OFFLINE_TO,
                message.script().word(),
                List.of(message.script().texts().getFirst()),
                chronicle.disturbances().wasStoreLost(message.at(), message.at() + LEFT.toNanos()),
                copies(message.at()));
    }

    /** One, and one more for each time at which a server's word could be missed. */
    private int copies(long since) {
        return 1 + chronicle.disturbances().count(since, since + LEFT.toNanos(), DOUBLING);
    }
}
