package org.lethe.mail.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells times in the account's time zone. */
record LetterTimes(ZoneId zone) {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    /** Date, time and zone, for the head of a letter. */
    String full(Instant at) {
        return FULL.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** Date and time, for a subject. */
    String brief(Instant at) {
        return SHORT.format(at.atZone(zone));
    }

    /** The time of a line; with its day when that is not the day the letter begins on. */
    String ofLine(Instant at, Instant begin) {
        return (day(at).equals(day(begin)) ? CLOCK : DAY_AND_CLOCK).format(at.atZone(zone));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
