package org.lethe.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** Two services on one Redis. */
class TwoVaultsIT {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] CLEAR = {1, 2, 3};

    private static RedisProcess redis;
    private static TestVault one;
    private static TestVault two;

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        one = TestVault.on(redis);
        two = TestVault.on(redis);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @Test
    void readsWhatTheOtherSealed() {
        ChatId chat = one.vault().newChatId();
        byte[] sealed = one.open(chat, IDLE).seal(Compartment.CONTENT, "form", CLEAR);

        Lookup.Open open = (Lookup.Open) two.vault().lookup(chat);

        assertThat(open.cipher().unseal(Compartment.CONTENT, "form", sealed))
                .isEqualTo(new Unsealed.Clear(CLEAR));
    }

    @Test
    void forgetsAtOnceWhatTheOtherDestroyed() {
        var heard = new ConcurrentLinkedQueue<ScopeId>();
        two.vault().onDestroyed(heard::add);
        ChatId chat = one.vault().newChatId();
        one.open(chat, IDLE);
        ScopeCipher held = ((Lookup.Open) two.vault().lookup(chat)).cipher();

        one.vault().destroy(chat, DestroyReason.ENDED, List.of());

        await().atMost(Duration.ofSeconds(2)).until(() -> heard.contains(chat));
        assertThat(held.holds(Compartment.CONTENT)).isFalse();
        assertThat(held.holds(Compartment.ADDRESS)).isFalse();
    }

    /** Ids of requests and letters are derived: what is sent again, anywhere, has the same. */
    @Test
    void openNothingAgainThatTheOtherIsDoneWith() {
        for (DestroyReason done : List.of(DestroyReason.ENDED, DestroyReason.REVOKED)) {
            ErasureId request = one.vault().newErasureId();
            one.open(request, HOUR);
            one.vault().destroy(request, done, List.of());

            assertThat(two.vault().open(TestVault.scope(request, HOUR)))
                    .isEqualTo(new OpenOutcome.Destroyed());
            assertThat(two.vault().lookup(request)).isEqualTo(new Lookup.Destroyed());
            assertThat(two.vault().remains(List.of(request))).isZero();
            assertThat(two.vault().tombstone(request)).contains(done);
        }
    }

    /** Nobody is done with it: who asked for it may ask again. */
    @Test
    void openARequestAgainThatNobodyFinishedInTime() {
        ErasureId request = one.vault().newErasureId();
        one.open(request, HOUR);
        one.vault().destroy(request, DestroyReason.DEADLINE, List.of());

        assertThat(two.vault().open(TestVault.scope(request, HOUR)))
                .isInstanceOf(OpenOutcome.Opened.class);
    }

    @Test
    void tellsOfADestructionWhateverAnotherListenerDoes() {
        var heard = new ConcurrentLinkedQueue<ScopeId>();
        two.vault()
                .onDestroyed(scope -> {
                    throw new IllegalStateException("as the test wants it");
                });
        two.vault().onDestroyed(heard::add);
        ChatId chat = one.vault().newChatId();
        one.open(chat, IDLE);

        one.vault().destroy(chat, DestroyReason.ENDED, List.of());

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.contains(chat));
    }

    @Test
    void findsOutWhatWasDestroyedWhileNoSignalCameThrough() {
        var heard = new ConcurrentLinkedQueue<ScopeId>();
        two.vault().onDestroyed(heard::add);
        ChatId gone = one.vault().newChatId();
        ChatId withoutAddress = one.vault().newChatId();
        ChatId open = one.vault().newChatId();
        List.of(gone, withoutAddress, open).forEach(chat -> one.open(chat, IDLE));
        ScopeCipher ofGone = ((Lookup.Open) two.vault().lookup(gone)).cipher();
        ScopeCipher ofAddress = ((Lookup.Open) two.vault().lookup(withoutAddress)).cipher();
        ScopeCipher ofOpen = ((Lookup.Open) two.vault().lookup(open)).cipher();
        // As a destruction whose signal is lost leaves it.
        redis.admin(commands -> commands.unlink(ScopeKeyNames.slot(gone, "kc")));
        redis.admin(commands -> commands.unlink(ScopeKeyNames.slot(withoutAddress, "ka")));

        redis.admin(commands -> commands.clientKill(KillArgs.Builder.typePubsub()));

        await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(gone));
        await().atMost(Duration.ofSeconds(20)).until(() -> !ofAddress.holds(Compartment.ADDRESS));
        assertThat(ofGone.holds(Compartment.CONTENT)).isFalse();
        assertThat(ofAddress.holds(Compartment.CONTENT)).isTrue();
        assertThat(ofOpen.holds(Compartment.ADDRESS)).isTrue();
        assertThat(heard).doesNotContain(withoutAddress, open);
    }

    @Test
    void forgetsTheAddressAloneWhenThatWasDestroyed() {
        ChatId chat = one.vault().newChatId();
        one.open(chat, IDLE);
        ScopeCipher held = ((Lookup.Open) two.vault().lookup(chat)).cipher();

        one.vault().destroyAddresses(List.of(chat));

        await().atMost(Duration.ofSeconds(2)).until(() -> !held.holds(Compartment.ADDRESS));
        assertThat(held.holds(Compartment.CONTENT)).isTrue();
    }

    @Test
    void opensOneLetterOnceHoweverManyTry() throws Exception {
        LetterId letter = LetterId.of(one.vault().newChatId(), 0);
        NewScope scope = TestVault.scope(letter, Duration.ofHours(1));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<OpenOutcome>> tries =
                    IntStream.range(0, 20)
                            .mapToObj(i ->
                                    executor.submit(
                                            () -> (i % 2 == 0 ? one : two).vault().open(scope)))
                            .toList();
            byte[] sealed = null;
            int opened = 0;
            for (Future<OpenOutcome> each : tries) {
                ScopeCipher cipher =
                        switch (each.get()) {
                            case OpenOutcome.Opened(ScopeCipher it) -> {
                                opened++;
                                yield it;
                            }
                            case OpenOutcome.AlreadyOpen(ScopeCipher it) -> it;
                            case OpenOutcome.Destroyed() -> throw new AssertionError("destroyed");
                            case OpenOutcome.Unavailable(Unavailability reason) ->
                                    throw new AssertionError(reason);
                        };
                if (sealed == null) {
                    sealed = cipher.seal(Compartment.CONTENT, "letter", CLEAR);
                }
                assertThat(cipher.unseal(Compartment.CONTENT, "letter", sealed))
                        .isEqualTo(new Unsealed.Clear(CLEAR));
            }
            assertThat(opened).isEqualTo(1);
        }
    }
}
