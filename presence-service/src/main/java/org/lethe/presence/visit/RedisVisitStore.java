package org.lethe.presence.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.VisitEvent.VisitStarted;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.ScopeBatch;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Visits in the vault. Keys are unwrapped for one operation and forgotten after it. */
@ApplicationScoped
class RedisVisitStore implements VisitStore {

    private static final Script WRITE = Script.load("presence/write.lua");
    private static final Script REMOVE_ADDRESSES = Script.load("presence/remove-addresses.lua");
    private static final int ATTEMPTS = 10;
    private static final byte[] NOTHING = {};

    private final Vault vault;
    private final RedisStore redis;
    private final VisitReader reader;
    private final VisitTimes times;
    private final VisitIdentifiers identifiers;

    RedisVisitStore(
            Vault vault,
            RedisStore redis,
            VisitReader reader,
            VisitTimes times,
            VisitIdentifiers identifiers) {
        this.vault = vault;
        this.redis = redis;
        this.reader = reader;
        this.times = times;
        this.identifiers = identifiers;
    }

    @Override
    public VisitId open(AccountId account, VisitDocument document, Optional<Whereabouts> address) {
        VisitId visit = vault.newVisitId();
        NewScope scope =
                new NewScope(
                        visit,
                        account,
                        times.lifetime(),
                        Map.of(),
                        List.of(new VisitStarted(visit, account)),
                        identifiers.of(account, document, address));
        try (ScopeCipher cipher = opened(vault.open(scope))) {
            byte[] view = cipher.seal(Slots.VISIT_VIEW, document);
            byte[] sealedAddress =
                    address.map(where -> cipher.seal(Slots.VISIT_ADDRESS, where)).orElse(NOTHING);
            if (write(visit, "", view, sealedAddress) != Written.YES) {
                throw new Refusal(ErrorCode.UNAVAILABLE);
            }
        }
        return visit;
    }

    @Override
    public boolean change(VisitId visit, UnaryOperator<VisitDocument> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (tryChange(visit, change)) {
                case YES -> {
                    return true;
                }
                case DESTROYED -> {
                    return false;
                }
                case OVERTAKEN -> Thread.onSpinWait();
            }
        }
        throw new Refusal(ErrorCode.UNAVAILABLE);
    }

    @Override
    public boolean putAddress(VisitId visit, Whereabouts address) {
        return switch (vault.lookup(visit)) {
            case Lookup.Open(ScopeCipher cipher, _) -> {
                try (cipher) {
                    byte[] sealed = cipher.seal(Slots.VISIT_ADDRESS, address);
                    yield write(visit, "", NOTHING, sealed) == Written.YES;
                } catch (ScopeGoneException destroyed) {
                    yield false;
                }
            }
            case Lookup.Destroyed _ -> false;
            case Lookup.Unavailable _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    @Override
    public void destroyAddresses(Collection<VisitId> visits) {
        List<ScriptReply> replies = new ScopeBatch(REMOVE_ADDRESSES).addAll(visits).run(redis);
        List<Integer> shards = visits.stream().map(VisitId::shard).distinct().toList();
        if (!replies.isEmpty() && !redis.confirm(shards)) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    @Override
    public Map<VisitId, StoredVisit> read(Collection<VisitId> visits) {
        return reader.read(visits);
    }

    @Override
    public List<VisitId> openVisits(AccountId account) {
        return vault.openScopes(ScopeKind.VISIT, account).stream()
                .map(scope -> new VisitId(scope.value()))
                .toList();
    }

    private enum Written {
        YES,
        DESTROYED,
        OVERTAKEN
    }

    private Written tryChange(VisitId visit, UnaryOperator<VisitDocument> change) {
        return switch (vault.lookup(visit)) {
            case Lookup.Open(ScopeCipher cipher, Meta meta) -> {
                try (cipher) {
                    yield change(visit, cipher, meta, change);
                } catch (ScopeGoneException destroyed) {
                    yield Written.DESTROYED;
                }
            }
            case Lookup.Destroyed _ -> Written.DESTROYED;
            case Lookup.Unavailable _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }

    private Written change(
            VisitId visit, ScopeCipher cipher, Meta meta, UnaryOperator<VisitDocument> change) {
        Optional<VisitDocument> document = vault.slots().read(cipher, Slots.VISIT_VIEW).held();
        if (document.isEmpty()) {
            return Written.DESTROYED;
        }
        VisitDocument changed = change.apply(document.get());
        if (changed.equals(document.get())) {
            return Written.YES;
        }
        String revision = meta.get(MetaField.REVISION).orElse("");
        byte[] view = cipher.seal(Slots.VISIT_VIEW, changed);
        return changed.details().equals(document.get().details())
                ? write(visit, revision, view, NOTHING)
                : write(visit, revision, view, NOTHING, "named", terms(meta, changed));
    }

    private List<String> terms(Meta meta, VisitDocument document) {
        AccountId account = meta.get(MetaField.ACCOUNT).map(AccountId::of).orElseThrow();
        return vault.index().terms(account, identifiers.ofDetails(account, document));
    }

    private Written write(
            VisitId visit, String revision, byte[] view, byte[] address, Object... named) {
        long reply =
                redis.run(ScriptCall.on(WRITE, visit, revision, view, address, List.of(named)))
                        .number();
        if (reply == 0) {
            return Written.DESTROYED;
        }
        return reply > 0 ? Written.YES : Written.OVERTAKEN;
    }

    private static ScopeCipher opened(OpenOutcome outcome) {
        return switch (outcome) {
            case OpenOutcome.Opened(ScopeCipher cipher) -> cipher;
            case OpenOutcome.AlreadyOpen _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
            case OpenOutcome.Destroyed _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
            case OpenOutcome.Unavailable _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
        };
    }
}
