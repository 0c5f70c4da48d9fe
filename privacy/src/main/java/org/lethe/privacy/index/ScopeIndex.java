package org.lethe.privacy.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.seal.IndexKeys;

/**
 * Finds open scopes by what names a person: what was opened with it, or noted under its terms
 * since. Asks all shards at once, without scanning, in one or two round trips.
 */
public final class ScopeIndex {

    /** How many scopes one search tells. */
    public static final int MOST = 1000;

    private static final Script FIND = Script.load("vault/find.lua");

    /** Of the first call, which works on several shards: about a millisecond. */
    private static final int ENTRIES_A_CALL = 300;

    /** Of a call for one shard that has more than its part. */
    private static final int ENTRIES_OF_A_SHARD = 2 * MOST;

    /** Of one call: each is asked for on each shard. */
    private static final int TERMS_A_CALL = 50;

    private static final String ANY_AGE = "";

    private final RedisStore store;
    private final Terms terms;

    public ScopeIndex(RedisStore store, IndexKeys keys) {
        this.store = store;
        this.terms = new Terms(keys);
    }

    /** What finds a scope, as arguments for {@code index} and {@code reindex} of the prelude. */
    public List<String> terms(AccountId account, Collection<? extends Identifier> identifiers) {
        return terms.written(account, identifiers);
    }

    /**
     * The open scopes of the account that these identifiers find.
     *
     * @throws StoreUnavailableException if the store can't be asked
     */
    public FindOutcome find(AccountId account, Collection<? extends Identifier> identifiers) {
        return find(account, identifiers, ANY_AGE);
    }

    /**
     * Those of them that are at least so old, each in its shard's own time: what is opened later is
     * not counted either.
     *
     * @param age below zero, it lets in what is opened until so much later
     * @throws StoreUnavailableException if the store can't be asked
     */
    public FindOutcome find(
            AccountId account, Collection<? extends Identifier> identifiers, Duration age) {
        return find(account, identifiers, Long.toString(age.toMillis()));
    }

    private FindOutcome find(
            AccountId account, Collection<? extends Identifier> identifiers, String age) {
        var search = new Search(account, age);
        var wanted = new LinkedHashMap<String, Identifier>();
        for (Identifier each : Set.copyOf(identifiers)) {
            search.found.put(each, new LinkedHashSet<>());
            terms.wanted(account, each).forEach(term -> wanted.put(term, each));
        }
        List<Map.Entry<String, Identifier>> all = List.copyOf(wanted.entrySet());
        for (int from = 0; from < all.size() && !search.isTooMany(); from += TERMS_A_CALL) {
            search.look(all.subList(from, Math.min(from + TERMS_A_CALL, all.size())));
        }
        return search.isTooMany() ? new FindOutcome.TooMany() : new FindOutcome.Found(search.found);
    }

    private final class Search {

        private final AccountId account;
        private final String age;
        private final Map<Identifier, Set<ScopeId>> found = new LinkedHashMap<>();
        private final Set<ScopeId> scopes = new HashSet<>();
        private boolean isCut;

        Search(AccountId account, String age) {
            this.account = account;
            this.age = age;
        }

        boolean isTooMany() {
            return isCut || scopes.size() > MOST;
        }

        /** On all shards; those on which there was more than one call may read, once more alone. */
        void look(List<Map.Entry<String, Identifier>> terms) {
            List<String> wanted = terms.stream().map(Map.Entry::getKey).toList();
            var batch = ScriptBatch.onAll(FIND, ENTRIES_A_CALL, account, age, wanted);
            List<Integer> cut = note(batch.shards(), store.runAll(batch), terms);
            if (!cut.isEmpty() && !isTooMany()) {
                var rest = ScriptBatch.of(FIND, cut, ENTRIES_OF_A_SHARD, account, age, wanted);
                isCut = !note(cut, store.runAll(rest.single()), terms).isEmpty();
            }
        }

        /** Tells on which shards there is more. */
        private List<Integer> note(
                List<Integer> shards,
                List<ScriptReply> replies,
                List<Map.Entry<String, Identifier>> terms) {
            var cut = new ArrayList<Integer>();
            for (int i = 0; i < shards.size(); i++) {
                List<ScriptReply> reply = replies.get(i).list();
                if (reply.getFirst().number() == 1) {
                    cut.add(shards.get(i));
                }
                for (int at = 1; at < reply.size(); at += 2) {
                    Identifier by = terms.get(reply.get(at).count() - 1).getValue();
                    ScopeId scope = ScopeId.parse(reply.get(at + 1).text());
                    found.computeIfAbsent(by, any -> new LinkedHashSet<>()).add(scope);
                    scopes.add(scope);
                }
            }
            return cut;
        }
    }
}
