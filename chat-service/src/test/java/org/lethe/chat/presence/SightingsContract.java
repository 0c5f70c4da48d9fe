package org.lethe.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.presence.Sightings.Unseen;
import org.lethe.contracts.id.ChatId;

/** What every keeper of sightings does. */
abstract class SightingsContract {

    private static final Duration LIFETIME = Duration.ofSeconds(170);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    abstract Sightings sightings(SightingTimes times);

    /** A chat that waits, of a visitor who is on the site. */
    abstract ChatId queued();

    /** Nothing was heard of the chat's visitor for as long as that may be. */
    abstract void silence(ChatId chat);

    /** The chat's end begins. */
    abstract void begin(ChatId chat);

    @Test
    void countsWhoAskedForAChatAsThere() {
        assertThat(found(queued())).isEmpty();
    }

    @Test
    void findsAChatWhoseVisitorIsSilent() {
        assertThat(awaitUnseen(queued()).visit()).isNotNull();
    }

    @Test
    void isPutOffByASignOfLife() {
        ChatId chat = queued();
        awaitUnseen(chat);

        watched().note(Map.of(chat, Duration.ofSeconds(2)));

        assertThat(found(chat)).isEmpty();
    }

    @Test
    void isPutOffByNoSignThatIsOlderThanAVisitLives() {
        ChatId chat = queued();
        Awaitility.await()
                .untilAsserted(() -> {
                    silence(chat);
                    watched().note(Map.of(chat, LIFETIME.plusSeconds(1)));
                    assertThat(found(chat)).isPresent();
                });
    }

    @Test
    void isNeverBroughtForward() {
        ChatId chat = queued();

        watched().note(Map.of(chat, LIFETIME.plusSeconds(1)));

        assertThat(found(chat)).isEmpty();
    }

    @Test
    void isPutOffForAsLongAsTheVisitLives() {
        ChatId chat = queued();
        Unseen unseen = awaitUnseen(chat);

        watched().putOff(Map.of(unseen, MINUTE));

        assertThat(found(chat)).isEmpty();
    }

    @Test
    void hasNoChatThatEnds() {
        ChatId chat = queued();
        begin(chat);

        silence(chat);
        watched().note(Map.of(chat, LIFETIME.plusSeconds(1)));

        assertThat(found(chat)).isEmpty();
    }

    @Test
    void givesTimeToComeBackAfterNobodyHasLooked() {
        ChatId chat = queued();
        awaitUnseen(chat);
        var afterAnOutage =
                new SightingTimes(LIFETIME, MINUTE, Duration.ZERO.minusMillis(1), MINUTE);

        silence(chat);

        assertThat(sightings(afterAnOutage).unseen()).isEmpty();
    }

    /** Of a suite whose own sweep may put it off meanwhile, since its visit lives. */
    private Unseen awaitUnseen(ChatId chat) {
        return Awaitility.await()
                .until(() -> silencedAndFound(chat), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Unseen> silencedAndFound(ChatId chat) {
        silence(chat);
        return found(chat);
    }

    private Optional<Unseen> found(ChatId chat) {
        List<Unseen> unseen = watched().unseen();
        return unseen.stream().filter(each -> each.chat().equals(chat)).findFirst();
    }

    /** Somebody has always looked. */
    private Sightings watched() {
        return sightings(
                new SightingTimes(LIFETIME, MINUTE, Duration.ofDays(40_000), Duration.ZERO));
    }
}
