package org.lethe.chat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.seal.Unsealed;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.ScopeKeyNames;
import org.lethe.privacy.vault.Vault;

/** What lies of a chat in the store, past the service. */
record StoredChat(Vault vault, RedisStore redis) {

    void assertLetters(Site.Chat chat, String line, int count) {
        ChatId id = ChatId.of(chat.id());
        for (int ordinal = 0; ordinal < count; ordinal++) {
            LetterId letter = LetterId.of(id, ordinal);
            if (!(vault.lookup(letter) instanceof Lookup.Open(var cipher, var meta))) {
                throw new AssertionError("no letter " + ordinal);
            }
            assertThat(meta.fields()).containsEntry("kind", "transcript");
            assertThat(
                            clear(
                                    cipher.unseal(
                                            Compartment.CONTENT,
                                            "letter",
                                            vault.slots()
                                                    .get(letter, Slots.LETTER_BODY)
                                                    .orElseThrow())))
                    .contains(line, "Vera Visitor", "@acme.example");
            assertThat(
                            clear(
                                    cipher.unseal(
                                            Compartment.ADDRESS,
                                            "addr",
                                            vault.slots()
                                                    .get(letter, Slots.LETTER_ADDRESS)
                                                    .orElseThrow())))
                    .contains(Site.ADDRESS, Site.HOST);
        }
        assertThat(vault.lookup(LetterId.of(id, count))).isInstanceOf(Lookup.Destroyed.class);
    }

    void assertNothingLeft(Site.Chat chat) {
        ChatId id = ChatId.of(chat.id());
        assertThat(vault.lookup(id)).isInstanceOf(Lookup.Destroyed.class);
        for (String slot : List.of("kc", "ka", "m", "form", "addr", "log", "ids", "files", "ops")) {
            assertThat(redis.keyspace().get(ScopeKeyNames.slot(id, slot))).as(slot).isEmpty();
        }
        assertThat(vault.openScopes(ScopeKind.CHAT, Site.ACME)).doesNotContain(id);
    }

    void upload(Site.Chat chat, String file) {
        ChatId id = ChatId.of(chat.id());
        if (!(vault.lookup(id) instanceof Lookup.Open(var cipher, var meta))) {
            throw new AssertionError("no chat");
        }
        byte[] note =
                "{\"name\":\"holiday.png\",\"mediaType\":\"image/png\",\"size\":1234}"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] sealed = cipher.seal(Compartment.CONTENT, "file-meta:" + file, note);
        redis.run(ScriptCall.on(Script.load("test-file.lua"), id, file, sealed));
    }

    private static String clear(Unsealed unsealed) {
        assertThat(unsealed).isInstanceOf(Unsealed.Clear.class);
        return new String(((Unsealed.Clear) unsealed).bytes(), StandardCharsets.UTF_8);
    }
}
