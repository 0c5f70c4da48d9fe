package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;

/** What every count of operators does. */
abstract class OnlineOperatorsContract {

    private final AccountId account = newAccount();

    abstract OnlineOperators operators();

    /** Lets so much time go by. */
    abstract void await(Duration time);

    @Test
    void countsNobodyAtFirst() {
        assertThat(operators().isAnyOnline(account)).isFalse();
    }

    @Test
    void countsUntilTheLastLeaseIsGivenBack() {
        operators()
                .lease(account, Map.of("a/1", Duration.ofMinutes(1), "b/1", Duration.ofMinutes(1)));

        operators().lease(account, Map.of("a/1", Duration.ZERO));
        assertThat(operators().isAnyOnline(account)).isTrue();
        operators().lease(account, Map.of("b/1", Duration.ZERO));
        assertThat(operators().isAnyOnline(account)).isFalse();
    }

    @Test
    void keepsAccountsApart() {
        operators().lease(account, Map.of("a/1", Duration.ofMinutes(1)));

        assertThat(operators().isAnyOnline(newAccount())).isFalse();
    }

    @Test
    void countsNobodyWhoseLeaseRanOut() {
        operators().lease(account, Map.of("a/1", Duration.ofMillis(300)));
        assertThat(operators().isAnyOnline(account)).isTrue();

        await(Duration.ofMillis(400));

        assertThat(operators().isAnyOnline(account)).isFalse();
    }

    private static AccountId newAccount() {
        return AccountId.of("desk-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
