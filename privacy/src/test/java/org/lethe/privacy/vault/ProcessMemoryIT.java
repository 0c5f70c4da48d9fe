package org.lethe.privacy.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.test.ProcessMemory;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

/** What somebody finds who reads the memory of the Redis process itself. */
class ProcessMemoryIT {

    /** To read and search the memory of a process, on a busy machine. */
    private static final Duration SEARCH = Duration.ofSeconds(40);

    private static final int SCOPES = 300;

    /** Tink's: a version and the id of the key-encryption key. All key records begin with it. */
    private static final int PREFIX = 5;

    private @Nullable RedisProcess redis;
    private @Nullable TestVault suite;

    @AfterEach
    void stop() {
        if (suite != null) {
            suite.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void destructionLeavesNoWrappedKey() {
        findsNoneOfTheKeysThatWereThere(RedisProcess.start(), Duration.ZERO);
    }

    /** Redis cuts down the buffers of connections that were idle for two seconds. */
    @Test
    void destructionLeavesNoWrappedKeyOfAnIdleConnection() {
        findsNoneOfTheKeysThatWereThere(RedisProcess.start(), Duration.ofSeconds(3));
    }

    /** Overwriting in place does it, without the allocator's help. */
    @Test
    void destructionLeavesNoWrappedKeyInFreedMemoryEither() {
        findsNoneOfTheKeysThatWereThere(RedisProcess.startWithoutJunk(), Duration.ZERO);
    }

    private void findsNoneOfTheKeysThatWereThere(RedisProcess server, Duration idle) {
        Vault vault = use(server).vault();
        List<ChatId> chats = openChats(vault);
        List<byte[]> records =
                memory().following(prefix(chats), KeyEncryption.WRAPPED_LENGTH - PREFIX);
        assertThat(records).as("found while alive").hasSizeGreaterThanOrEqualTo(SCOPES * 2);
        // The search takes its time, and Redis cuts down idle connections.
        chats.forEach(vault::lookup);

        await().pollDelay(idle).until(() -> true);
        vault.destroyAll(chats, DestroyReason.ENDED);

        await().atMost(SEARCH)
                .untilAsserted(
                        () -> assertThat(memory().count(records)).as("wrapped keys").isZero());
    }

    @Test
    void neverHoldsAClearText() {
        Vault vault = use(RedisProcess.start()).vault();
        var needles = new ArrayList<byte[]>();
        for (ChatId chat : openChats(vault)) {
            ScopeCipher cipher = ((Lookup.Open) vault.lookup(chat)).cipher();
            byte[] canary = ("canary-" + chat.value()).getBytes(UTF_8);
            vault.slots()
                    .put(chat, Slots.CHAT_FORM, cipher.seal(Compartment.CONTENT, "form", canary));
            needles.add(canary);
        }

        assertThat(memory().count(needles)).isZero();
    }

    private TestVault use(RedisProcess server) {
        redis = server;
        assumeThat(ProcessMemory.read(server.pid()))
                .as("SKIPPED: this system does not let a parent read its child's memory")
                .isPresent();
        suite = TestVault.on(server);
        return suite;
    }

    private List<ChatId> openChats(Vault vault) {
        var chats = new ArrayList<ChatId>();
        for (int i = 0; i < SCOPES; i++) {
            ChatId chat = vault.newChatId();
            requireNonNull(suite).open(chat, Duration.ofMinutes(30));
            chats.add(chat);
        }
        return chats;
    }

    private byte[] prefix(List<ChatId> chats) {
        String key = ScopeKeyNames.slot(chats.getFirst(), Compartment.CONTENT.slot());
        return requireNonNull(redis).admin(commands -> commands.getrange(key, 0, PREFIX - 1));
    }

    private ProcessMemory memory() {
        return ProcessMemory.read(requireNonNull(redis).pid()).orElseThrow();
    }
}
