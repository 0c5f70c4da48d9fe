package org.lethe.chat.letter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.account.AccountSettings;

/** Scopes of letters in memory. */
public final class FakeLetterScopes implements LetterScopes {

    private final Map<LetterId, Keys> opened = new HashMap<>();
    private final Set<LetterId> destroyed = new HashSet<>();
    private final Set<LetterId> posted = new HashSet<>();
    private @Nullable ChatId broken;

    @Override
    public synchronized Map<LetterId, ScopeCipher> open(
            Map<LetterId, LetterKind> letters, AccountSettings settings) {
        var ciphers = new HashMap<LetterId, ScopeCipher>();
        for (LetterId letter : letters.keySet()) {
            if (!destroyed.contains(letter)) {
                ciphers.put(
                        letter, opened.computeIfAbsent(letter, id -> new Keys()).cipher(letter));
            }
        }
        return ciphers;
    }

    @Override
    public synchronized void discardUnposted(ChatId chat) {
        if (chat.equals(broken)) {
            throw new IllegalStateException("as the test wants it");
        }
        for (int ordinal = 0; ordinal < LetterId.MAX_LETTERS; ordinal++) {
            LetterId letter = LetterId.of(chat, ordinal);
            if (opened.containsKey(letter) && !posted.contains(letter)) {
                destroy(letter);
            }
        }
    }

    @Override
    public synchronized void takeBack(ChatId draft) {
        discardUnposted(draft);
    }

    /** The letters of this chat or draft can't be discarded. */
    public synchronized void breakDown(ChatId origin) {
        broken = origin;
    }

    /** All can be again. */
    public synchronized void mend() {
        broken = null;
    }

    /** As one leaves it who dies before posting it. */
    public synchronized void leaveOpen(LetterId letter) {
        opened.computeIfAbsent(letter, id -> new Keys());
    }

    /** Its key goes, as by an erasure. */
    public synchronized void destroy(LetterId letter) {
        opened.remove(letter);
        destroyed.add(letter);
    }

    /** Puts a letter down, if its key is there. */
    public synchronized boolean post(LetterId letter) {
        if (opened.containsKey(letter)) {
            posted.add(letter);
            return true;
        }
        return false;
    }

    public synchronized boolean isOpen(LetterId letter) {
        return opened.containsKey(letter);
    }

    public synchronized Set<LetterId> posted() {
        return Set.copyOf(posted);
    }

    /** Reads a letter as the mail service would. */
    public synchronized ScopeCipher cipher(LetterId letter) {
        return Optional.ofNullable(opened.get(letter)).orElseThrow().cipher(letter);
    }

    private record Keys(byte[] content, byte[] address) {

        Keys() {
            this(DataKey.random(), DataKey.random());
        }

        ScopeCipher cipher(LetterId letter) {
            return new ScopeCipher(
                    letter, new DataKey(content.clone()), new DataKey(address.clone()));
        }
    }
}
