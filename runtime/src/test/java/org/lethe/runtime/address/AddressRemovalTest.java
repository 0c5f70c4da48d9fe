package org.lethe.runtime.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.id.VisitId;
import org.lethe.runtime.rhythm.Backoff;

class AddressRemovalTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountId ACME = new AccountId("acme");

    private final ChatId chat = ChatId.mint("ep0c", RANDOM);
    private final LetterId letter = LetterId.mint("ep0c", RANDOM);
    private final VisitId visit = VisitId.mint("ep0c", RANDOM);
    private final List<ScopeId> open = new CopyOnWriteArrayList<>(List.of(chat, letter, visit));
    private final Holder holder = new Holder();
    private volatile boolean away;
    private final AddressRemoval removal =
            new AddressRemoval(
                    List.of(holder), this::open, () -> Backoff.every(Duration.ofMillis(1)));

    @Test
    void removesAddressesFromWhatIsOpenAndItsHoldersWhenTheAccountBeginsTo() {
        removal.follow(ACME, false);
        removal.follow(ACME, true);

        await().untilAsserted(
                        () -> assertThat(holder.destroyed).containsExactlyInAnyOrder(chat, letter));
    }

    @Test
    void triesAgainUntilTheStoreIsBack() {
        away = true;
        removal.follow(ACME, true);
        await().until(() -> holder.looks.get() > 2);
        holder.refused = Set.of(chat);
        away = false;

        await().untilAsserted(() -> assertThat(holder.destroyed).contains(letter));
        assertThat(holder.destroyed).as("one that fails holds up no other").doesNotContain(chat);

        holder.refused = Set.of();
        await().untilAsserted(() -> assertThat(holder.destroyed).contains(chat));
    }

    @Test
    void takesVeryManyInPortions() {
        List<ChatId> many =
                IntStream.range(0, 1_200).mapToObj(i -> ChatId.mint("ep0c", RANDOM)).toList();
        open.addAll(many);

        removal.follow(ACME, true);

        await().untilAsserted(() -> assertThat(holder.destroyed).containsAll(many));
        assertThat(holder.largest).hasValueLessThan(1_000);
    }

    @Test
    void looksOnceWhileTheSwitchStaysOn() {
        removal.follow(ACME, true);
        await().untilAsserted(() -> assertThat(holder.destroyed).contains(chat, letter));
        int looks = holder.looks.get();

        removal.follow(ACME, true);
        assertThat(holder.looks).hasValue(looks);

        removal.follow(ACME, false);
        removal.follow(ACME, true);
        await().until(() -> holder.looks.get() > looks);
    }

    private Collection<ScopeId> open(ScopeKind kind, AccountId account) {
        holder.looks.incrementAndGet();
        if (away) {
            throw new IllegalStateException("away");
        }
        List<ScopeId> found = new ArrayList<>(open);
        found.removeIf(scope -> scope.kind() != kind);
        return found;
    }

    /** Looks after chats and letters; visits are somebody else's. */
    private static final class Holder implements AddressHolder {
        final List<ScopeId> destroyed = new CopyOnWriteArrayList<>();
        volatile Set<ScopeId> refused = Set.of();
        final AtomicInteger looks = new AtomicInteger();
        final AtomicInteger largest = new AtomicInteger();

        @Override
        public Set<ScopeKind> kinds() {
            return Set.of(ScopeKind.CHAT, ScopeKind.LETTER);
        }

        @Override
        public void destroyAddresses(Collection<? extends ScopeId> scopes) {
            largest.accumulateAndGet(scopes.size(), Math::max);
            if (scopes.stream().anyMatch(refused::contains)) {
                throw new IllegalStateException("away");
            }
            destroyed.addAll(scopes);
        }
    }
}
