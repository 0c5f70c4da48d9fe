package org.lethe.mail.letter;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossEvent.LetterLossNoted;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.letter.Letter;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.DestroyOutcome;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Unavailability;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.fixture.TestClock;

/** Sealed letters in memory; whose deadline has passed is destroyed before anybody looks. */
public final class FakeLetterVault implements LetterVault {

    private static final String EPOCH = "e0e0";

    final TestClock clock;
    final Map<LetterId, Instant> handedOver = new HashMap<>();
    final Map<LetterId, Instant> perhaps = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Map<LetterId, FakeLetter> open = new LinkedHashMap<>();
    private final Map<LetterId, DestroyReason> gone = new HashMap<>();
    private final Map<LetterId, Loss> lost = new LinkedHashMap<>();
    private final List<LetterLossNoted> toldConsoles = new ArrayList<>();
    private final Set<AccountId> failing = new HashSet<>();
    private final List<ScopeCipher> ciphers = new ArrayList<>();
    private boolean away;

    public FakeLetterVault(TestClock clock) {
        this.clock = clock;
    }

    /** Opens a letter with nothing in it. */
    public synchronized LetterId open(AccountId account, Duration lifetime, boolean tlsRequired) {
        LetterId id = LetterId.mint(EPOCH, random);
        open.put(id, new FakeLetter(account, tlsRequired, clock.instant().plus(lifetime)));
        return id;
    }

    /** Seals something into an open letter. */
    public synchronized <T> void put(LetterId letter, Slot<T> slot, T content) {
        FakeLetter kept = opened(letter);
        kept.slots.put(slot, kept.cipher(letter).seal(slot, content));
    }

    public synchronized void putRaw(LetterId letter, Slot<?> slot, byte[] bytes) {
        opened(letter).slots.put(slot, bytes);
    }

    public synchronized void markErasing(LetterId letter) {
        opened(letter).erasing = true;
    }

    private FakeLetter opened(LetterId letter) {
        return Objects.requireNonNull(open.get(letter), "no open letter");
    }

    /** An id of a store that is lost. */
    public LetterId ofAnotherStore() {
        return LetterId.mint("0000", random);
    }

    /** The store goes away, or comes back. */
    public synchronized void setAway(boolean away) {
        this.away = away;
    }

    /** From now on nothing can be posted for an account. */
    public synchronized void failFor(AccountId account) {
        failing.add(account);
    }

    /** Whether anybody has the key of a letter at hand. */
    public synchronized boolean isKeyAtHand() {
        return ciphers.stream().anyMatch(cipher -> cipher.holds(Compartment.CONTENT));
    }

    /** As what the end of a letter was told. */
    public synchronized Optional<DestroyReason> outcome(LetterId letter) {
        reap();
        return Optional.ofNullable(gone.get(letter));
    }

    /** How many attempts were made at an open letter. */
    public synchronized int attempts(LetterId letter) {
        return find(letter).orElseThrow().attempts;
    }

    /** The letter as it is kept; throws while the store is away. */
    synchronized Optional<FakeLetter> find(LetterId letter) {
        if (away) {
            throw new StoreUnavailableException(new IllegalStateException());
        }
        reap();
        return Optional.ofNullable(open.get(letter));
    }

    boolean isOfThisStore(LetterId letter) {
        return letter.epoch().equals(EPOCH);
    }

    @Override
    public synchronized Lookup lookup(LetterId letter) {
        if (away || !isOfThisStore(letter)) {
            return new Lookup.Unavailable(
                    away ? Unavailability.STORE_AWAY : Unavailability.STORE_LOST);
        }
        Optional<FakeLetter> kept = find(letter);
        if (kept.isEmpty()) {
            return new Lookup.Destroyed();
        }
        ScopeCipher cipher = kept.get().cipher(letter);
        ciphers.add(cipher);
        return new Lookup.Open(
                cipher, new Meta(Map.of(MetaField.ACCOUNT.code(), kept.get().account.value())));
    }

    @Override
    public synchronized <T> Reading<T> read(ScopeCipher cipher, Slot<T> slot) {
        return find((LetterId) cipher.scope())
                .map(kept -> kept.slots.get(slot))
                .map(sealed -> cipher.open(slot, sealed))
                .orElseGet(Reading.Absent::new);
    }

    @Override
    public synchronized DestroyOutcome destroy(LetterId letter, DestroyReason reason) {
        if (away) {
            return new DestroyOutcome.Unavailable(Unavailability.STORE_AWAY);
        }
        reap();
        return open.containsKey(letter)
                ? new DestroyOutcome.Destroyed(remove(letter, reason))
                : new DestroyOutcome.AlreadyGone();
    }

    @Override
    public synchronized List<LetterId> openLetters(AccountId account) {
        reap();
        return open.entrySet().stream()
                .filter(kept -> kept.getValue().account.equals(account))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String epoch(int shard) {
        return EPOCH;
    }

    @Override
    public synchronized boolean post(LetterId id, Letter notice, AccountSettings account) {
        if (failing.contains(account.id())) {
            throw new IllegalArgumentException("nothing can be posted");
        }
        if (!away && !gone.containsKey(id)) {
            Instant deadline = clock.instant().plus(account.letterDeadline());
            open.computeIfAbsent(id, _ -> new FakeLetter(account.id(), false, deadline)).kind =
                    Optional.of(notice.letterKind());
            put(id, Slots.LETTER_BODY, notice);
        }
        return !away;
    }

    @Override
    public synchronized Map<LetterId, Loss> lost() {
        if (away) {
            throw new StoreUnavailableException(new IllegalStateException());
        }
        reap();
        return Map.copyOf(lost);
    }

    @Override
    public synchronized void forgetLost(LetterId letter) {
        lost.remove(letter);
    }

    @Override
    public synchronized void tellConsoles(LetterLossNoted loss) {
        if (away) {
            throw new StoreUnavailableException(new IllegalStateException());
        }
        boolean isNoted = lost.remove(loss.letter()) != null;
        if (isNoted || loss.reason() == LossReason.STORE_LOST) {
            toldConsoles.add(loss);
        }
    }

    /** What consoles were told, in order. */
    public synchronized List<LetterLossNoted> toldConsoles() {
        return List.copyOf(toldConsoles);
    }

    private void reap() {
        if (!away) {
            Map.copyOf(open)
                    .forEach((letter, kept) -> {
                        if (!kept.deadline.isAfter(clock.instant())) {
                            remove(letter, DestroyReason.DEADLINE);
                        }
                    });
        }
    }

    private int remove(LetterId letter, DestroyReason reason) {
        FakeLetter kept = opened(letter);
        open.remove(letter);
        boolean isPerhaps = reason == DestroyReason.DEADLINE && kept.unanswered > 0;
        DestroyReason told = isPerhaps ? DestroyReason.PERHAPS_DELIVERED : reason;
        gone.put(letter, told);
        loss(told).ifPresent(why -> lost.put(letter, new Loss(kept.account, why, kept.kind)));
        return kept.slots.size();
    }

    private static Optional<LossReason> loss(DestroyReason reason) {
        return switch (reason) {
            case DEADLINE -> Optional.of(LossReason.NOT_TAKEN);
            case PERHAPS_DELIVERED -> Optional.of(LossReason.PERHAPS_DELIVERED);
            case LEFT, ENDED, DISPATCHED, ERASED, CLOSED, REVOKED -> Optional.empty();
        };
    }

    /** A letter with its keys, and whose turn it is. */
    static final class FakeLetter {

        final AccountId account;
        final boolean tlsRequired;
        final Instant deadline;
        final Map<Slot<?>, byte[]> slots = new HashMap<>();
        private final byte[] content = DataKey.random();
        private final byte[] address = DataKey.random();
        Optional<LetterKind> kind = Optional.empty();
        boolean erasing;
        String owner = "";
        Instant leaseUntil = Instant.MIN;
        Instant nextAttempt = Instant.MIN;
        int attempts;
        int unanswered;

        FakeLetter(AccountId account, boolean tlsRequired, Instant deadline) {
            this.account = account;
            this.tlsRequired = tlsRequired;
            this.deadline = deadline;
        }

        ScopeCipher cipher(LetterId letter) {
            return new ScopeCipher(
                    letter, new DataKey(content.clone()), new DataKey(address.clone()));
        }
    }
}
