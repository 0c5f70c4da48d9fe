package org.lethe.chat.letter;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.account.AccountSettings;

/** Scopes of letters in memory. */
public final class FakeLetterScopes implements LetterScopes {

    private final Map<LetterId, Keys> opened = new HashMap<>();
    private final Set<LetterId> destroyed = new HashSet<>();
    private final Set<LetterId> posted = new HashSet<>();
    private final Map<LetterId, Set<Identifier>> foundBy = new HashMap<>();
    private final Map<LetterId, ChatId> origins = new HashMap<>();

    /** Done in the midst of opening letters, for what happens meanwhile. */
    public Runnable meanwhile = () -> {};

    private @Nullable ChatId broken;

    @Override
    public synchronized Map<LetterId, ScopeCipher> open(
            List<NewLetter> letters, AccountSettings settings) {
        meanwhile.run();
        var ciphers = new HashMap<LetterId, ScopeCipher>();
        for (NewLetter letter : letters) {
            LetterId id = letter.id();
            if (!destroyed.contains(id)) {
                foundBy.putIfAbsent(id, letter.foundBy());
                origins.putIfAbsent(id, letter.origin());
                ciphers.put(id, opened.computeIfAbsent(id, any -> new Keys()).cipher(id));
            }
        }
        return ciphers;
    }

    @Override
    public synchronized void destroyAddresses(Collection<LetterId> letters) {
        letters.forEach(
                letter -> opened.computeIfPresent(letter, (id, keys) -> keys.withoutAddress()));
        letters.forEach(letter -> foundBy.computeIfPresent(letter, (id, by) -> withoutAddress(by)));
    }

    /** What finds an open letter. */
    public synchronized Set<Identifier> foundBy(LetterId letter) {
        return opened.containsKey(letter) ? foundBy.getOrDefault(letter, Set.of()) : Set.of();
    }

    /** What an open letter was derived from. */
    public synchronized Optional<ChatId> originOf(LetterId letter) {
        return Optional.ofNullable(origins.get(letter)).filter(_ -> opened.containsKey(letter));
    }

    private static Set<Identifier> withoutAddress(Set<Identifier> foundBy) {
        return foundBy.stream()
                .filter(each -> !each.kind().isOfAddress())
                .collect(Collectors.toSet());
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

    private record Keys(byte[] content, byte @Nullable [] address) {

        Keys() {
            this(DataKey.random(), DataKey.random());
        }

        Keys withoutAddress() {
            return new Keys(content, null);
        }

        ScopeCipher cipher(LetterId letter) {
            return new ScopeCipher(
                    letter,
                    new DataKey(content.clone()),
                    address == null ? null : new DataKey(address.clone()));
        }
    }
}
