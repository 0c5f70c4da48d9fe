package org.lethe.gdpr.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.ErasureEvent.ErasureCompleted;
import org.lethe.contracts.event.Event;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.scope.Slots;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.notice.NoticeQueue;
import org.lethe.gdpr.notice.NoticeSeal;
import org.lethe.gdpr.request.Acknowledgements.Round;
import org.lethe.privacy.outbox.Outbox;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.retention.Lifetimes;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.seal.ScopeGoneException;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.NewScope;
import org.lethe.privacy.vault.OpenOutcome;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.problem.Refusal;

/** Requests in the vault: the whole request sealed in one slot, its step beside it in the meta. */
@ApplicationScoped
class VaultRequestStore implements RequestStore {

    private static final String NO_STEP = "";

    private final Vault vault;
    private final RedisStore store;
    private final OpenRequests open;
    private final NoticeQueue queue;
    private final NoticeSeal seal;
    private final Lifetimes lifetimes;
    private final RequestSettings config;
    private final Script advance = Script.load("gdpr/advance.lua");
    private final Script remind = Script.load("gdpr/remind.lua");
    private final Script acknowledge = Script.load("gdpr/acknowledge.lua");

    VaultRequestStore(
            Vault vault,
            RedisStore store,
            OpenRequests open,
            NoticeQueue queue,
            NoticeSeal seal,
            Lifetimes lifetimes,
            RequestSettings config) {
        this.vault = vault;
        this.store = store;
        this.open = open;
        this.queue = queue;
        this.seal = seal;
        this.lifetimes = lifetimes;
        this.config = config;
    }

    @Override
    public ErasureId scopeOf(AccountId account, RequestId id) {
        return available(() -> id.scope(account, vault.epoch(id.shard(account))));
    }

    @Override
    public SubjectRequest receive(SubjectRequest request) {
        Duration lifetime = lifetime(request);
        var scope = new NewScope(request.scope(), request.account(), lifetime, Map.of(), List.of());
        ScopeCipher opened =
                switch (vault.open(scope)) {
                    case OpenOutcome.Opened(ScopeCipher cipher) -> cipher;
                    case OpenOutcome.AlreadyOpen(ScopeCipher cipher) -> cipher;
                    case OpenOutcome.Destroyed _ -> throw closed(request.scope());
                    case OpenOutcome.Unavailable _ -> throw new Refusal(ErrorCode.UNAVAILABLE);
                };
        try (opened) {
            return move(opened, NO_STEP, request, List.of(), List.of())
                    .or(() -> kept(opened))
                    .orElseThrow(() -> new Refusal(ErrorCode.UNAVAILABLE));
        }
    }

    @Override
    public Optional<SubjectRequest> find(ErasureId scope) {
        return opened(scope, this::kept);
    }

    @Override
    public Optional<SubjectRequest> advance(
            SubjectRequest from,
            Progress next,
            Collection<? extends Event> events,
            List<Notice> notices) {
        String step = from.progress().step();
        return opened(from.scope(), cipher -> move(cipher, step, from.with(next), events, notices));
    }

    @Override
    public void remind(SubjectRequest request, Duration pause, Collection<? extends Event> events) {
        run(ScriptCall.on(remind, request.scope(), pause.toMillis(), Outbox.args(events)));
    }

    @Override
    public void acknowledge(Round round, ServiceName service, Map<RemainsKind, Integer> removed) {
        String counts = Acknowledgements.write(removed);
        run(ScriptCall.on(acknowledge, round.request(), round.field(service), counts));
    }

    @Override
    public Acknowledgements acknowledgements(ErasureId scope) {
        return Acknowledgements.read(
                available(() -> vault.slots().entries(scope, Slots.ERASURE_ACKS)));
    }

    @Override
    public void close(SubjectRequest request, Optional<ReceiptId> receipt, List<Notice> notices) {
        queue.leave(request.scope(), notices);
        List<Event> events =
                receipt.<Event>map(id -> new ErasureCompleted(request.scope(), id)).stream()
                        .toList();
        DestroyReason reason =
                request.progress() instanceof Progress.Cancelled
                        ? DestroyReason.REVOKED
                        : DestroyReason.ENDED;
        if (vault.destroy(request.scope(), reason, events) instanceof DestroyOutcome.Unavailable) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }

    @Override
    public Collection<ErasureId> open(Duration age) {
        return available(() -> open.olderThan(age));
    }

    @Override
    public List<SubjectRequest> unconfirmed(AccountId account) {
        return available(() -> open.unconfirmed(account)).stream()
                .flatMap(scope -> find(scope).stream())
                .filter(request -> request.progress() instanceof Progress.Unconfirmed)
                .sorted(Comparator.comparing(SubjectRequest::received))
                .toList();
    }

    /** What is completed is in the ledger, also for this process soon. */
    private Refusal closed(ErasureId scope) {
        boolean withdrawn =
                available(() -> vault.tombstone(scope)).equals(Optional.of(DestroyReason.REVOKED));
        return new Refusal(withdrawn ? ErrorCode.CONFLICT : ErrorCode.UNAVAILABLE);
    }

    /** Empty of a request that was destroyed, or lost with its store. */
    private Optional<SubjectRequest> opened(
            ErasureId scope, Function<ScopeCipher, Optional<SubjectRequest>> work) {
        return switch (vault.lookup(scope)) {
            case Lookup.Open open -> {
                try (ScopeCipher cipher = open.cipher()) {
                    yield work.apply(cipher);
                }
            }
            case Lookup.Destroyed _ -> Optional.empty();
            case Lookup.Unavailable(Unavailability reason) -> {
                if (reason != Unavailability.STORE_LOST) {
                    throw new Refusal(ErrorCode.UNAVAILABLE);
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<SubjectRequest> kept(ScopeCipher cipher) {
        return available(() -> vault.slots().read(cipher, Slots.ERASURE_REQUEST))
                .held()
                .map(VaultRequestStore::read);
    }

    private static SubjectRequest read(JsonNode json) {
        try {
            return WireFormat.ofSealed().treeToValue(json, SubjectRequest.class);
        } catch (JsonProcessingException _) {
            // The message would quote the selectors.
            throw new IllegalStateException("a request that can't be read");
        }
    }

    private Optional<SubjectRequest> move(
            ScopeCipher cipher,
            String expected,
            SubjectRequest to,
            Collection<? extends Event> events,
            List<Notice> notices) {
        try {
            JsonNode json = WireFormat.ofSealed().valueToTree(to);
            byte[] sealed = cipher.seal(Slots.ERASURE_REQUEST, json);
            String step = to.progress().step();
            var call =
                    ScriptCall.on(
                            advance,
                            to.scope(),
                            expected,
                            step,
                            sealed,
                            Outbox.args(events),
                            seal.args(to.scope(), notices));
            return run(call).number() == 1 ? Optional.of(to) : Optional.empty();
        } catch (ScopeGoneException _) {
            return Optional.empty();
        }
    }

    private Duration lifetime(SubjectRequest request) {
        if (request.progress() instanceof Progress.Unconfirmed) {
            return lifetimes.erasure();
        }
        return switch (request.type()) {
            case ERASURE -> lifetimes.erasure();
            case ACCESS, PORTABILITY -> config.resultsLifetime();
        };
    }

    private ScriptReply run(ScriptCall call) {
        return available(() -> store.run(call));
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (StoreUnavailableException _) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
