package org.lethe.chat.presence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lethe.chat.conversation.ChatChannels;
import org.lethe.chat.conversation.ChatStore;
import org.lethe.chat.presence.Sightings.Heard;
import org.lethe.chat.presence.Sightings.Unseen;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.signal.ChatSignal;
import org.lethe.privacy.redis.SignalListener;
import org.lethe.privacy.redis.Subscription;

/** What every keeper of sightings does. */
abstract class SightingsContract {

    private static final Duration LIFETIME = Duration.ofSeconds(170);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration ALWAYS = Duration.ofDays(40_000);
    private static final int MORE_THAN_A_CALL = 60;
    private static final Heard GONE = new Heard(Duration.ZERO, false);

    abstract Sightings sightings(SightingTimes times);

    abstract ChatStore store();

    abstract ChatChannels channels();

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
    void findsAllWhoAreSilentHoweverManyTheyAre() {
        List<ChatId> chats = Stream.generate(this::queued).limit(MORE_THAN_A_CALL).toList();
        Awaitility.await()
                .untilAsserted(() -> {
                    chats.forEach(this::silence);
                    assertThat(watched().unseen()).extracting(Unseen::chat).containsAll(chats);
                });
    }

    @Test
    void isPutOffByASignOfLife() {
        ChatId chat = queued();
        awaitUnseen(chat);

        note(chat, heard(Duration.ofSeconds(2)));

        assertThat(found(chat)).isEmpty();
    }

    @Test
    void isPutOffByNoSignThatIsOlderThanAVisitLives() {
        ChatId chat = queued();
        Awaitility.await()
                .untilAsserted(() -> {
                    silence(chat);
                    note(chat, heard(LIFETIME.plusSeconds(1)));
                    assertThat(found(chat)).isPresent();
                });
    }

    @Test
    void isNeverBroughtForward() {
        ChatId chat = queued();

        note(chat, heard(LIFETIME.plusSeconds(1)));

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
        note(chat, heard(LIFETIME.plusSeconds(1)));

        assertThat(found(chat)).isEmpty();
    }

    @Test
    void tellsWhenTheLastPageIsGoneAndWhenOneIsBack() {
        ChatId chat = queued();
        var signals = new CopyOnWriteArrayList<ChatSignal>();
        try (Subscription _ = channels().subscribe(chat, new Heeding(signals))) {
            note(chat, GONE);
            note(chat, GONE);
            Optional<Instant> since = left(chat);
            note(chat, heard(Duration.ZERO));
            note(chat, heard(Duration.ZERO));

            assertThat(since).isPresent();
            assertThat(left(chat)).isEmpty();
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(signals)
                                    .containsExactly(
                                            new ChatSignal.Left(since),
                                            new ChatSignal.Left(Optional.empty())));
        }
    }

    @Test
    void tellsThatNobodyIsThereWhereNothingWasHeardForHalfTheTime() {
        ChatId chat = queued();
        watched().unseen();
        assertThat(left(chat)).isEmpty();

        sightings(new SightingTimes(LIFETIME.multipliedBy(3), MINUTE, ALWAYS, Duration.ZERO))
                .unseen();

        assertThat(left(chat)).isPresent();
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

    private void note(ChatId chat, Heard heard) {
        watched().note(Map.of(chat, heard));
    }

    private Optional<Instant> left(ChatId chat) {
        return requireNonNull(store().metas(List.of(chat)).get(chat)).time(MetaField.LEFT);
    }

    private static Heard heard(Duration ago) {
        return new Heard(ago, true);
    }

    /** Somebody has always looked. */
    private Sightings watched() {
        return sightings(new SightingTimes(LIFETIME, MINUTE, ALWAYS, Duration.ZERO));
    }

    /** Writes down what it hears. */
    private record Heeding(List<ChatSignal> signals) implements SignalListener {

        @Override
        public void onSignal(byte[] payload) {
            ChatSignal.parse(payload).ifPresent(signals::add);
        }
    }
}
