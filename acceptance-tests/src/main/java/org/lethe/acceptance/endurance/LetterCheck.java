package org.lethe.acceptance.endurance;

import static org.lethe.acceptance.endurance.Invariant.LETTERS_ARRIVE;
import static org.lethe.acceptance.endurance.Invariant.LETTERS_COME_ONCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lethe.stack.inbox.ReceivedMail;

/** Compares the letters that arrived with those that had to. */
final class LetterCheck {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    private final List<ReceivedMail> mails;
    private final Consumer<Broken> broken;

    /**
     * @param mails all that arrived, notices too
     */
    LetterCheck(List<ReceivedMail> mails, Consumer<Broken> broken) {
        this.mails = mails;
        this.broken = broken;
    }

    /**
     * A letter that had to arrive, or whose loss had to be told.
     *
     * @param id of the letter, by which a notice names it
     * @param word stands in this letter and its like for other recipients, and in no other
     * @param texts what it holds, each once and in this order
     * @param mayBeLost whether it went with its store in a way that nobody can know of
     * @param copies how many may come
     */
    record Due(
            String id,
            String recipient,
            String word,
            List<String> texts,
            boolean mayBeLost,
            int copies) {

        Due {
            texts = List.copyOf(texts);
        }
    }

    /** What became of it. */
    enum Outcome {
        ARRIVED,
        TOLD,
        MISSING
    }

    /** Judges one; before all had the time to arrive, only {@link #outcome} is of use. */
    Outcome judge(Due letter) {
        List<ReceivedMail> copies = copies(letter);
        for (ReceivedMail copy : copies) {
            judgeContent(letter, copy);
        }
        judgeCopies(letter, copies);
        Outcome outcome = outcome(letter);
        if (outcome == Outcome.MISSING && !letter.mayBeLost()) {
            report(LETTERS_ARRIVE, letter, "it neither arrived nor was told lost");
        }
        return outcome;
    }

    Outcome outcome(Due letter) {
        if (!copies(letter).isEmpty()) {
            return Outcome.ARRIVED;
        }
        boolean told =
                !letter.id().isEmpty()
                        && mails.stream().anyMatch(mail -> mail.text().contains(letter.id()));
        return told ? Outcome.TOLD : Outcome.MISSING;
    }

    /** A letter that must not have been written at all. */
    void requireNone(String word, String why) {
        if (mails.stream().anyMatch(mail -> mail.text().contains(word))) {
            broken.accept(new Broken(LETTERS_ARRIVE, word, "a letter came, though " + why));
        }
    }

    int copiesOf(Due letter) {
        return copies(letter).size();
    }

    private void judgeContent(Due letter, ReceivedMail copy) {
        int from = 0;
        for (String text : letter.texts()) {
            // A word longer would be another message: 12 is no 1.
            var whole = Pattern.compile("(?<!\\w)" + Pattern.quote(text) + "(?!\\w)");
            List<MatchResult> found = whole.matcher(copy.text()).results().toList();
            if (found.size() != 1) {
                report(LETTERS_ARRIVE, letter, found.size() + " times in it: " + text);
                return;
            }
            if (found.getFirst().start() < from) {
                report(LETTERS_ARRIVE, letter, "out of order in it: " + text);
                return;
            }
            from = found.getFirst().start();
        }
    }

    private void judgeCopies(Due letter, List<ReceivedMail> copies) {
        Map<String, Long> byId =
                copies.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LetterCheck::messageId, Collectors.counting()));
        if (byId.size() > 1) {
            report(LETTERS_COME_ONCE, letter, "two letters were made of it");
        }
        if (copies.size() > letter.copies()) {
            report(
                    LETTERS_COME_ONCE,
                    letter,
                    "%d copies where %d may be".formatted(copies.size(), letter.copies()));
        }
    }

    private List<ReceivedMail> copies(Due letter) {
        var copies = new ArrayList<ReceivedMail>();
        for (ReceivedMail mail : mails) {
            if (mail.to().contains(letter.recipient()) && mail.text().contains(letter.word())) {
                copies.add(mail);
            }
        }
        return copies;
    }

    private static String messageId(ReceivedMail mail) {
        var found = MESSAGE_ID.matcher(mail.raw());
        return found.find() ? found.group(1) : "";
    }

    private void report(Invariant invariant, Due letter, String how) {
        broken.accept(new Broken(invariant, letter.word() + " to " + letter.recipient(), how));
    }
}
