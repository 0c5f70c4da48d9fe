package org.lethe.file.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.id.ChatId;
import org.lethe.file.access.OpenStream;
import org.lethe.file.access.OpenStreams;
import org.lethe.file.access.StreamKind;
import org.lethe.privacy.retention.RetentionSchedule;
import org.lethe.privacy.vault.Fate;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.stream.ClientStream;

/** No stream here is told of an end. */
class StreamWatchTest {

    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final TestClock clock = new TestClock();
    private final OpenStreams streams = new OpenStreams();
    private final Map<ChatId, Fate> fates = new HashMap<>();
    private final StreamWatch watch = new StreamWatch(streams, this::fates, clock);
    private final ChatId chat = ChatId.mint("t3st", random);
    private final ChatId other = ChatId.mint("t3st", random);

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"DESTROYED", "LOST"})
    void cutsWhatIsOfAChatThatIsGoneAndNothingElse(Fate fate) {
        OpenStream upload = begin(chat, StreamKind.UPLOAD);
        OpenStream download = begin(chat, StreamKind.DOWNLOAD);
        OpenStream another = begin(other, StreamKind.DOWNLOAD);
        watch.look();
        assertThat(upload.isCut()).isFalse();

        fates.put(chat, fate);
        watch.look();

        assertThat(upload.isCut()).isTrue();
        assertThat(download.isCut()).isTrue();
        assertThat(download.client().isEnded()).isTrue();
        assertThat(another.isCut()).isFalse();
    }

    @Test
    void cutsWhatNothingCouldBeSaidOfForLong() {
        OpenStream download = begin(chat, StreamKind.DOWNLOAD);
        OpenStream another = begin(other, StreamKind.DOWNLOAD);
        fates.put(chat, Fate.UNKNOWN);
        watch.look();
        clock.advance(RetentionSchedule.UNSEEN);
        watch.look();
        assertThat(download.isCut()).isFalse();

        clock.advance(SHORTLY);
        watch.look();

        assertThat(download.isCut()).isTrue();
        assertThat(another.isCut()).isFalse();
    }

    @Test
    void countsFromTheLastTimeThatItWasSeen() {
        OpenStream download = begin(chat, StreamKind.DOWNLOAD);
        fates.put(chat, Fate.UNKNOWN);
        watch.look();
        clock.advance(RetentionSchedule.UNSEEN);
        fates.put(chat, Fate.OPEN);
        watch.look();

        clock.advance(SHORTLY);
        fates.put(chat, Fate.UNKNOWN);
        watch.look();
        clock.advance(RetentionSchedule.UNSEEN);
        watch.look();

        assertThat(download.isCut()).isFalse();
    }

    private OpenStream begin(ChatId of, StreamKind kind) {
        fates.putIfAbsent(of, Fate.OPEN);
        return streams.begin(of, kind, new ClientStream(() -> {}));
    }

    private Map<ChatId, Fate> fates(Set<ChatId> of) {
        return of.stream().collect(Collectors.toMap(each -> each, fates::get));
    }
}
