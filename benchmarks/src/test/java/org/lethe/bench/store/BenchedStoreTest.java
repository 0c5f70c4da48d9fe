package org.lethe.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
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
}
