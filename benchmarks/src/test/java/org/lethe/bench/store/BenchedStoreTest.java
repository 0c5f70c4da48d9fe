package org.lethe.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.vault.ScopeKeyNames;

class BenchedStoreTest {

    /** A look at another key would find every chat gone at once. */
    @Test
    void looksWhereTheVaultPutsKeys() {
        ChatId chat = ChatId.mint("abcd", new SecureRandom());

        assertThat(BenchedStore.contentKey(chat.value())).isEqualTo(ScopeKeyNames.slot(chat, "kc"));
    }

    @Test
    void tellsWhatIsKeptOfAScopeFromWhatIsKeptByDesign() {
        ChatId chat = ChatId.mint("abcd", new SecureRandom());

        assertThat(BenchedStore.isOfScope(ScopeKeyNames.slot(chat, "log"))).isTrue();
        assertThat(BenchedStore.isOfScope(ScopeKeyNames.meta(chat))).isTrue();
        assertThat(BenchedStore.isOfScope(ScopeKeyNames.slot(chat, "gone"))).isFalse();
        assertThat(BenchedStore.isOfScope(ScopeKeyNames.deadlines(7))).isFalse();
        assertThat(BenchedStore.isOfScope("{s07}:farewell:r07-" + "a".repeat(26))).isFalse();
    }

    @Test
    void readsTheMemoryThatTheStoreUses() {
        assertThat(
                        BenchedStore.usedMemory(
                                "# Memory\r\nused_memory:1234\r\nused_memory_rss:5678\r\n"))
                .isEqualTo(1234);
    }

    @Test
    void readsWhatTheStoreCounts() {
        assertThat(
                        BenchedStore.parse(
                                """
                                # Commandstats
                                cmdstat_evalsha:calls=12,usec=340,usec_per_call=28.33
                                cmdstat_config|get:calls=1,usec=9,usec_per_call=9.00
                                """))
                .isEqualTo(Map.of("evalsha", 12L, "config|get", 1L));
    }
}
