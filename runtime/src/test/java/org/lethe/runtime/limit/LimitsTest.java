package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.problem.Refusal;

class LimitsTest {

    private static final AccountId ACME = AccountId.of("acme");
    private static final Limit LIMIT = Limit.OFFLINE_MESSAGES;

    private final FakeLimitStore store = new FakeLimitStore();
    private final TestClock clock = new TestClock();
    private final Limits limits =
            TestLimits.on(
                    store,
                    clock,
                    Map.of(
                            "lethe.limits.offline-messages", "2 in 1h",
                            "lethe.limits.uploads-per-chat", "1K in 1h",
                            "lethe.limits.messages", "2 in 1h"));

    @Test
    void grantsWhatTheTableSaysAndThenRefuses() {
        limits.require(LIMIT, from("192.0.2.1"));
        limits.require(LIMIT, from("192.0.2.1"));

        assertThatThrownBy(() -> limits.require(LIMIT, from("192.0.2.1")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(limits.countsOf(LIMIT).refused().sum()).isEqualTo(1);
    }

    @Test
    void countsANetworkOfV6AsOneAndAddressesOfV4Apart() {
        assertThat(taken("2001:db8:1:2::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::9"))
                .isEqualTo(2);
        assertThat(taken("2001:db8:1:3::1")).isEqualTo(1);
        assertThat(taken("192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.1")).isEqualTo(3);
    }

    @Test
    void countsEachAccountAndEachLimitAlone() {
        ClientAddress address = ClientAddress.of("192.0.2.1");
        assertThat(taken("192.0.2.1", "192.0.2.1", "192.0.2.1")).isEqualTo(2);

        assertThat(limits.take(LIMIT, Subject.of(AccountId.of("globex"), address), 1))
                .as("who uses up one account's form keeps nobody from another's")
                .isTrue();
        assertThat(limits.take(Limit.CHATS_PER_ADDRESS, Subject.of(ACME, address), 1)).isTrue();
    }

    @Test
    void countsAMailboxHoweverItIsWritten() {
        var limits = TestLimits.of(Map.of("lethe.limits.copies-per-mailbox", "1 in 1h"));

        assertThat(limits.take(Limit.COPIES_PER_MAILBOX, to("vera@mail.example"), 1)).isTrue();
        assertThat(limits.take(Limit.COPIES_PER_MAILBOX, to("Vera@MAIL.example"), 1)).isFalse();
    }

    @Test
    void takesAllOfAnAmountOrNothingAndGivesItBack() {
        Subject chat = Subject.of(ACME);

        assertThat(limits.take(Limit.UPLOADS_PER_CHAT, chat, 1000)).isTrue();
        assertThat(limits.take(Limit.UPLOADS_PER_CHAT, chat, 1000)).isFalse();
        assertThat(limits.take(Limit.UPLOADS_PER_CHAT, chat, 20)).isTrue();
        limits.giveBack(Limit.UPLOADS_PER_CHAT, chat, 1000);
        assertThat(limits.take(Limit.UPLOADS_PER_CHAT, chat, 1000)).isTrue();
    }

    @Test
    void goesOnWithoutTheStoreOnlyWhereThatDoesNoHarmOutside() {
        store.setAway(true);

        assertThat(limits.take(Limit.VISITS_PER_ADDRESS, from("192.0.2.1"), 1)).isTrue();
        assertThat(limits.take(Limit.COPIES_PER_MAILBOX, to("vera@mail.example"), 1)).isFalse();
        assertThat(limits.countsOf(Limit.VISITS_PER_ADDRESS).uncounted().sum()).isEqualTo(1);
    }

    @Test
    void keepsNothingThatTellsOfWhom() {
        taken("192.0.2.1");
        limits.take(Limit.COPIES_PER_MAILBOX, to("vera@mail.example"), 1);

        store.all()
                .forEach((name, value) ->
                        assertThat(name + new String(value, StandardCharsets.ISO_8859_1))
                                .doesNotContain("192.0.2.1", "vera", "acme")
                                .doesNotContain(
                                        new String(
                                                new byte[] {(byte) 192, 0, 2, 1},
                                                StandardCharsets.ISO_8859_1)));
    }

    @Test
    void namesTheSameOneOtherwiseAfterAWhile() {
        taken("192.0.2.1");
        Set<String> before = store.all().keySet();
        clock.advance(Duration.ofHours(2));

        taken("192.0.2.1");

        assertThat(store.all())
                .hasSize(2 * before.size())
                .containsKeys(before.toArray(String[]::new));
    }

    @Test
    void twoOfOneSuiteNameTheSameAlike() {
        var other = TestLimits.on(store, clock, Map.of("lethe.limits.offline-messages", "2 in 1h"));

        assertThat(taken("192.0.2.1")).isEqualTo(1);
        assertThat(other.take(LIMIT, from("192.0.2.1"), 1)).isTrue();
        assertThat(other.take(LIMIT, from("192.0.2.1"), 1)).isFalse();
    }

    @Test
    void countsACallerOnceForAllItHasInThisProcess() {
        Allowance one = limits.inProcess(Limit.MESSAGES, "caller");
        Allowance other = limits.inProcess(Limit.MESSAGES, "caller");

        assertThat(one.take()).isTrue();
        assertThat(other.take()).isTrue();
        assertThat(one.take()).isFalse();
        assertThat(limits.inProcess(Limit.MESSAGES, "another").take()).isTrue();
        assertThat(limits.countsOf(Limit.MESSAGES).refused().sum()).isEqualTo(1);
    }

    @Test
    void doesNotCountInProcessWhatReplicasShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> limits.inProcess(LIMIT, "caller"));
    }

    @Test
    void countsAnAddressInProcessWithoutKeepingIt() {
        var limits = TestLimits.of(Map.of("lethe.limits.sockets-per-address", "1 in 1h"));
        var here = Subject.of(ClientAddress.of("2001:db8:1:2::1"));
        var nextDoor = Subject.of(ClientAddress.of("2001:db8:1:2::2"));

        assertThat(limits.takeInPassing(Limit.SOCKETS_PER_ADDRESS, here)).isTrue();
        assertThat(limits.takeInPassing(Limit.SOCKETS_PER_ADDRESS, nextDoor)).isFalse();
    }

    private int taken(String... addresses) {
        return (int)
                IntStream.range(0, addresses.length)
                        .filter(i -> limits.take(LIMIT, from(addresses[i]), 1))
                        .count();
    }

    private static Subject from(String address) {
        return Subject.of(ACME, ClientAddress.of(address));
    }

    private static Subject to(String mailbox) {
        return Subject.of(EmailAddress.of(mailbox));
    }
}
