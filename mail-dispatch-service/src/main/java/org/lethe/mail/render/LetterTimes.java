package org.lethe.mail.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * Tells times in the account's time zone.
 *
 * @param isTwofold the clock was changed meanwhile, so that an hour may be there twice
 */
record LetterTimes(ZoneId zone, boolean isTwofold) {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss xxx", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern(" xxx");

    LetterTimes(ZoneId zone) {
        this(zone, false);
    }

    static LetterTimes between(Instant begin, Instant end, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return new LetterTimes(zone, !rules.getOffset(begin).equals(rules.getOffset(end)));
    }

    /** Date, time, offset and zone, for the head of a letter. */
    String full(Instant at) {
        return FULL.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** Date and time, for a subject. */
    String brief(Instant at) {
        return SHORT.format(at.atZone(zone));
    }

    /** The time of a line; with its day when that is not the day the letter begins on. */
    String ofLine(Instant at, Instant begin) {
        ZonedDateTime there = at.atZone(zone);
        String time = (day(at).equals(day(begin)) ? CLOCK : DAY_AND_CLOCK).format(there);
        return isTwofold ? time + OFFSET.format(there) : time;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
