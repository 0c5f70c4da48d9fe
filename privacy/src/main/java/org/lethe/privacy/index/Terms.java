package org.lethe.privacy.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.subject.Identifier;
import org.lethe.privacy.seal.IndexKeys;

/**
 * What the store has in place of identifiers: a letter, and a keyed hash of account, kind and
 * identifier in 22 characters. All are equally long, and two accounts have none in common.
 */
final class Terms {

    private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();

    /** It goes with the address compartment. */
    private static final String OF_ADDRESS = "a";

    private static final String OF_CONTENT = "c";

    private final IndexKeys keys;

    Terms(IndexKeys keys) {
        this.keys = keys;
    }

    /** What a scope is noted under. Each once, in no order that tells anything. */
    List<String> written(AccountId account, Collection<? extends Identifier> identifiers) {
        return identifiers.stream()
                .map(each -> term(each, keys.primaryHash(text(account, each))))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a scope that is found by it may be noted under, by an older key too. */
    List<String> wanted(AccountId account, Identifier identifier) {
        return keys.hashes(text(account, identifier)).stream()
                .map(hash -> term(identifier, hash))
                .toList();
    }

    private static String term(Identifier identifier, byte[] hash) {
        return (identifier.kind().isOfAddress() ? OF_ADDRESS : OF_CONTENT)
                + BASE_64.encodeToString(hash);
    }

    /** Neither an account's id nor a kind's name has a zero in it. */
    private static byte[] text(AccountId account, Identifier identifier) {
        return String.join("\0", account.value(), identifier.kind().name(), identifier.normal())
                .getBytes(StandardCharsets.UTF_8);
    }
}
