package org.lethe.gdpr.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.SubjectScopes;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Everything that is held about a data subject at this moment, as JSON. */
@ApplicationScoped
public class SubjectAccess {

    private final SubjectScopes scopes;
    private final Vault vault;
    private final ScopeContents contents;
    private final Clock clock;

    SubjectAccess(SubjectScopes scopes, Vault vault, ScopeContents contents, Clock clock) {
        this.scopes = scopes;
        this.vault = vault;
        this.contents = contents;
        this.clock = clock;
    }

    public JsonNode held(AccountId account, Selectors selectors) {
        ObjectNode held = WireFormat.mapper().createObjectNode();
        held.put("account", account.value());
        held.put("at", clock.instant().toString());
        ArrayNode visits = held.putArray("visits");
        ArrayNode chats = held.putArray("chats");
        ArrayNode letters = held.putArray("letters");
        Set<ScopeId> found = scopes.find(account, selectors);
        vault.lookupAll(found)
                .forEach((scope, lookup) -> {
                    ArrayNode list =
                            switch (scope.kind()) {
                                case VISIT -> visits;
                                case CHAT -> chats;
                                case LETTER, ERASURE -> letters;
                            };
                    add(list, scope, lookup);
                });
        return held;
    }

    private void add(ArrayNode list, ScopeId scope, Lookup lookup) {
        switch (lookup) {
            case Lookup.Open open -> {
                try (ScopeCipher cipher = open.cipher()) {
                    list.add(read(scope, cipher, open.meta().fields()));
                }
            }
            case Lookup.Destroyed _ -> {}
            case Lookup.Unavailable unavailable -> {
                if (unavailable.reason() != Unavailability.STORE_LOST) {
                    throw new Refusal(ErrorCode.UNAVAILABLE);
                }
            }
        }
    }

    private ObjectNode read(ScopeId scope, ScopeCipher cipher, Map<String, String> meta) {
        try {
            return contents.read(scope, cipher, meta);
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
