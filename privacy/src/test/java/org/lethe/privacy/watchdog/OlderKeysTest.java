package org.lethe.privacy.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.redis.KeyWalk;
import org.lethe.privacy.seal.KeyId;
import org.lethe.privacy.seal.KeyIds;
import org.lethe.privacy.vault.ScopeKeyNames;

class OlderKeysTest {

    private static final KeyId OLD = new KeyId(7);
    private static final KeyId PRIMARY = new KeyId(4_000_000_000L);
    private static final KeyId NEXT = new KeyId(9);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, byte[]> store = new LinkedHashMap<>();
    private final OlderKeys rotated = counter(new KeyIds(PRIMARY, List.of(OLD, PRIMARY, NEXT)));

    @Test
    void countsScopesOfAKindWhoseKeyAnOlderKeyWraps() {
        plant(VisitId.mint("a0z9", RANDOM), OLD);
        plant(VisitId.mint("a0z9", RANDOM), OLD);
        plant(VisitId.mint("a0z9", RANDOM), PRIMARY);
        plant(ChatId.mint("a0z9", RANDOM), NEXT);
        walk(rotated);

        assertThat(rotated.count(ScopeKind.VISIT)).hasValue(2);
        assertThat(rotated.count(ScopeKind.CHAT)).hasValue(0);
    }

    @Test
    void countsEachWalkAnew() {
        ChatId chat = ChatId.mint("a0z9", RANDOM);
        plant(chat, OLD);
        walk(rotated);
        assertThat(rotated.count(ScopeKind.CHAT)).hasValue(1);

        store.clear();
        walk(rotated);

        assertThat(rotated.count(ScopeKind.CHAT)).hasValue(0);
    }

    @Test
    void saysNothingWhereAnotherProcessWalks() {
        assertThat(rotated.count(ScopeKind.VISIT)).isEmpty();
        walk(rotated);
        rotated.forget();

        assertThat(rotated.count(ScopeKind.VISIT)).isEmpty();
    }

    @Test
    void readsNothingWhereThereIsNoOlderKey() {
        var counter =
                new OlderKeys(
                        new KeyIds(OLD, List.of(OLD, PRIMARY)),
                        keys -> {
                            throw new AssertionError("was read");
                        });
        plant(VisitId.mint("a0z9", RANDOM), PRIMARY);
        walk(counter);

        assertThat(counter.count(ScopeKind.VISIT)).hasValue(0);
    }

    private OlderKeys counter(KeyIds keys) {
        return new OlderKeys(
                keys,
                records ->
                        records.stream()
                                .map(record -> Optional.ofNullable(store.get(record)))
                                .toList());
    }

    /** A scope's key, and what else it has. */
    private void plant(ScopeId scope, KeyId by) {
        byte[] wrap = ByteBuffer.allocate(5).put((byte) 1).putInt((int) by.number()).array();
        store.put(ScopeKeyNames.slot(scope, Compartment.CONTENT.slot()), wrap);
        store.put(ScopeKeyNames.slot(scope, Compartment.ADDRESS.slot()), wrap);
        store.put(ScopeKeyNames.meta(scope), wrap);
    }

    private void walk(OlderKeys counter) {
        counter.begin();
        counter.look(store.keySet().stream().map(key -> new KeyWalk.Found(key, 1)).toList());
        counter.end();
    }
}
