package org.lethe.chat.offline;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.chat.letter.FakeLetterScopes;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.id.ChatId;

/** Messages and their letters in memory; every attempt is overdue at once. */
final class FakeOfflinePost implements OfflinePost {

    private final FakeLetterScopes letters;
    private final SecureRandom random = new SecureRandom();
    private final Map<Draft, ChatId> ids = new HashMap<>();
    private final Set<ChatId> drafts = new HashSet<>();
    private final Set<String> posted = new HashSet<>();
    private final List<SealedLetter> sealed = new ArrayList<>();

    FakeOfflinePost(FakeLetterScopes letters) {
        this.letters = letters;
    }

    @Override
    public boolean begin(Draft draft) {
        if (posted.contains(mark(draft))) {
            return false;
        }
        drafts.add(idOf(draft));
        return true;
    }

    @Override
    public Posted post(Draft draft, List<SealedLetter> all) {
        if (posted.contains(mark(draft))) {
            return Posted.REPEATED;
        }
        if (!all.stream().allMatch(letter -> letters.isOpen(letter.id()))) {
            return Posted.UNOPENED;
        }
        all.forEach(letter -> letters.post(letter.id()));
        sealed.addAll(all);
        drafts.remove(idOf(draft));
        posted.add(mark(draft));
        return Posted.POSTED;
    }

    @Override
    public List<ChatId> abandoned() {
        return List.copyOf(drafts);
    }

    @Override
    public ChatId idOf(Draft draft) {
        return ids.computeIfAbsent(draft, any -> ChatId.mint("a0z9", random));
    }

    List<SealedLetter> sealed() {
        return List.copyOf(sealed);
    }

    private static String mark(Draft draft) {
        return draft.account() + "/" + draft.message();
    }
}
