package org.lethe.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.Random;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.test.TestSecrets;

/**
 * A frame has a thread of its own: what is kept for a thread is made anew for each frame.
 *
 * <p>Alone: while a test beside it had the one cipher that is idle, another would be made here.
 */
@Isolated
class KeptForThreadsTest {

    private static final ChatId CHAT = new ChatId("c17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh");
    private static final VarHandle THREAD_LOCALS = threadLocals();

    private final ScopeCipher cipher =
            new ScopeCipher(CHAT, new DataKey(DataKey.random()), new DataKey(DataKey.random()));

    @Test
    void keepsNothingOfAMessage() {
        Slot.Place<MessageContent> place = Slots.CHAT_LOG.entry("v 1");
        var content =
                new MessageContent(PersonName.of("Ada"), MessageText.of("Where is it?"), null);
        assertThat(keptAfter(() -> cipher.open(place, cipher.seal(place, content)))).isNull();
    }

    @Test
    void keepsNothingOfAnOpening() {
        KeyEncryption kek = TestSecrets.kek();
        byte[] place = {};
        assertThat(keptAfter(() -> kek.unwrap(kek.wrap(DataKey.random(), place), place))).isNull();
    }

    @Test
    void keepsNothingOfWhatIsLookedFor() {
        IndexKeys keys = TestSecrets.index();
        byte[] text = {1, 2, 3};
        assertThat(keptAfter(() -> keys.hashes(text))).isNull();
    }

    /** What this is about, and that it would be seen. */
    @Test
    void tinkKeepsASourceOfRandomBytes() {
        assertThat(keptAfter(() -> Random.randBytes(1))).isNotNull();
    }

    private static @Nullable Object keptAfter(Runnable work) {
        // What the first time makes for all, such as classes, is not for the thread.
        work.run();
        var kept = new AtomicReference<@Nullable Object>();
        var failure = new AtomicReference<@Nullable Throwable>();
        Thread thread =
                Thread.ofVirtual()
                        .uncaughtExceptionHandler((it, thrown) -> failure.set(thrown))
                        .start(() -> {
                            work.run();
                            kept.set(THREAD_LOCALS.get(Thread.currentThread()));
                        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(failure.get()).isNull();
        return kept.get();
    }

    private static VarHandle threadLocals() {
        try {
            return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                    .findVarHandle(
                            Thread.class,
                            "threadLocals",
                            Class.forName("java.lang.ThreadLocal$ThreadLocalMap"));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
