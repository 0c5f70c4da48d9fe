package org.lethe.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

class AccountDirectoryTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId GLOBEX = new AccountId("globex");

    private final AccountDirectory directory = new AccountDirectory();

    @Test
    void tellsOfEachAccountAsItIsRead() {
        var told = new ArrayList<AccountId>();
        directory.onChanged(settings -> told.add(settings.id()));

        directory.put(settings(ACME, 1));
        directory.put(settings(GLOBEX, 1));
        directory.remove(ACME);

        assertThat(told).containsExactly(ACME, GLOBEX);
    }

    @Test
    void readsOnWhenAListenerFails() {
        directory.onChanged(settings -> {
            throw new IllegalStateException("as the test wants it");
        });

        directory.put(settings(ACME, 1));
        directory.setLoaded();

        assertThat(directory.find(ACME)).isPresent();
    }

    @Test
    void saysNothingBeforeAllIsRead() {
        CompletableFuture<Void> loaded = directory.loaded().toCompletableFuture();
        directory.put(settings(ACME, 1));

        assertThat(loaded).isNotDone();
        refusesAsUnavailable(() -> directory.find(ACME));
        refusesAsUnavailable(() -> directory.require(ACME));
        refusesAsUnavailable(() -> directory.allowsOrigin("https://shop.example"));
        directory.setLoaded();
        assertThat(loaded).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void keepsTheNewerVersion() {
        directory.put(settings(ACME, 2));
        directory.put(settings(ACME, 1));
        directory.setLoaded();

        assertThat(directory.require(ACME).version()).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasClosedWhileNobodyRead() {
        directory.put(settings(ACME, 1));
        directory.put(settings(GLOBEX, 1));
        directory.setLoaded();

        directory.readAnew();
        directory.put(settings(ACME, 1));
        assertThat(directory.find(GLOBEX)).isPresent();
        directory.setLoaded();

        assertThat(directory.find(ACME)).isPresent();
        assertThat(directory.find(GLOBEX)).isEmpty();
    }

    @Test
    void knowsTheOriginsOfAllAccountsAsTheyAreNow() {
        directory.put(settings(ACME, 1, "https://acme.example", "https://both.example"));
        directory.put(settings(GLOBEX, 1, "https://both.example"));
        directory.setLoaded();
        assertThat(directory.allowsOrigin("https://acme.example")).isTrue();
        assertThat(directory.allowsOrigin("https://other.example")).isFalse();

        directory.put(settings(ACME, 2, "https://new.example"));
        assertThat(directory.allowsOrigin("https://acme.example")).isFalse();
        assertThat(directory.allowsOrigin("https://new.example")).isTrue();
        assertThat(directory.allowsOrigin("https://both.example")).isTrue();

        directory.put(settings(ACME, 1, "https://acme.example"));
        assertThat(directory.allowsOrigin("https://acme.example")).as("an older one").isFalse();

        directory.remove(GLOBEX);
        assertThat(directory.allowsOrigin("https://both.example")).isFalse();
        directory.readAnew();
        directory.setLoaded();
        assertThat(directory.allowsOrigin("https://new.example")).as("closed").isFalse();
    }

    @Test
    void knowsOfAccountsThatCanNotBeOpenedThatTheyAreThere() {
        refusesAsUnavailable(() -> directory.exists(ACME));
        directory.put(settings(ACME, 1));
        directory.setLoaded();
        directory.setUnreadable(Map.of(GLOBEX, UnreadableCause.DAMAGED));

        assertThat(directory.exists(ACME)).isTrue();
        assertThat(directory.exists(GLOBEX)).isTrue();
        directory.remove(ACME);
        assertThat(directory.exists(ACME)).isFalse();
    }

    @Test
    void keepsNoAddressWhereNobodyCanSayWhetherItMay() {
        refusesAsUnavailable(() -> directory.removesAddresses(ACME));
        directory.put(settings(ACME, 1));
        directory.setLoaded();
        assertThat(directory.removesAddresses(ACME)).isFalse();

        directory.setUnreadable(Map.of(ACME, UnreadableCause.DAMAGED));
        assertThat(directory.removesAddresses(ACME)).isTrue();
        assertThat(directory.removesAddresses(GLOBEX)).as("closed").isTrue();
    }

    private static void refusesAsUnavailable(ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private static AccountSettings settings(AccountId id, long version, String... origins) {
        return TestAccounts.settings(
                id, Map.of("version", version, "allowedOrigins", Set.of(origins)));
    }

    private static AccountSettings settings(AccountId id, long version) {
        return TestAccounts.settings(id, Map.of("version", version));
    }
}
