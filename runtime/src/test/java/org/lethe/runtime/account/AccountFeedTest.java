package org.lethe.runtime.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.AccountEvent.AccountChanged;
import org.lethe.contracts.event.CloudEvent;
import org.lethe.contracts.event.EventCodec;
import org.lethe.contracts.event.SealedBytes;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.topic.Topic;
import org.lethe.privacy.seal.EnvelopeCipher;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SealedRecord;
import org.lethe.privacy.seal.SuiteSecrets;
import org.lethe.runtime.account.AccountRecords.Unreadable;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.problem.Refusal;

/** What a process does with accounts that its keys open, and with those that they don't. */
class AccountFeedTest {

    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId GLOBEX = new AccountId("globex");

    private final AccountDirectory directory = new AccountDirectory();
    private final KeyEncryption others;
    private final EnvelopeCipher cipher;
    private final AccountSeal seal;
    private final AccountSeal strange;
    private final AccountRecords records;
    private final AccountFeed feed;
    private final List<Long> asked = new ArrayList<>();
    private long offset;

    AccountFeedTest(@TempDir Path folder) {
        KeyEncryption ours = keys(folder.resolve("ours"));
        others = keys(folder.resolve("others"));
        cipher = new EnvelopeCipher(ours);
        seal = new AccountSeal(cipher);
        strange = new AccountSeal(new EnvelopeCipher(others));
        records = new AccountRecords(ours);
        feed = new AccountFeed(Map.of(), directory, records, seal);
        feed.onBegin();
    }

    @Test
    void knowsWhatItHasRead() {
        read(ACME, seal, 1);
        feed.onCaughtUp();

        assertThat(directory.require(ACME).version()).isEqualTo(1);
        assertThat(records.unreadable()).isEmpty();
        assertThat(records.olderCount()).hasValue(0);
    }

    @Test
    void doesNotStartToWorkWithAnAccountThatItCanNotOpen() {
        read(ACME, seal, 1);
        read(GLOBEX, strange, 1);
        feed.onCaughtUp();

        assertThat(directory.isLoaded()).isFalse();
        assertThat(records.unreadable())
                .containsExactly(
                        new Unreadable(
                                Optional.of(GLOBEX),
                                Optional.of(others.ids().primary()),
                                UnreadableCause.KEY_MISSING));
        assertThat(directory.isUnreadable(GLOBEX)).as("nobody knows").isFalse();
    }

    @Test
    void startsToWorkForAllOthersWhenARecordIsDamaged() {
        read(ACME, seal, 1);
        AccountChanged whole = seal.seal(settings(GLOBEX, 1));
        byte[] sealed = whole.sealed().bytes();
        sealed[sealed.length - 1] ^= 1;
        read(new AccountChanged(GLOBEX, 1, SealedBytes.of(sealed), whole.wrappedKey()));
        feed.onCaughtUp();

        assertThat(directory.require(ACME).version()).isEqualTo(1);
        assertUnavailable(GLOBEX);
        assertThat(directory.isDamaged(GLOBEX)).isTrue();
    }

    @Test
    void startsToWorkForAllOthersWhenARecordIsNoEvent() {
        read(ACME, seal, 1);
        feed.onRecord(message(GLOBEX.value(), new byte[] {'?'}));
        feed.onCaughtUp();

        assertThat(directory.require(ACME).version()).isEqualTo(1);
        assertUnavailable(GLOBEX);
        assertThat(directory.isDamaged(GLOBEX)).as("a newer version may read it").isFalse();
        assertThat(records.unreadable())
                .containsExactly(
                        new Unreadable(
                                Optional.of(GLOBEX),
                                Optional.empty(),
                                UnreadableCause.OTHER_VERSION));
    }

    @Test
    void startsToWorkForAllOthersWhenSettingsAreOfAnotherVersion() {
        read(ACME, seal, 1);
        SealedRecord newer = cipher.seal("{\"name\":[]}".getBytes(UTF_8), "globex/1");
        read(
                new AccountChanged(
                        GLOBEX,
                        1,
                        SealedBytes.of(newer.sealed()),
                        SealedBytes.of(newer.wrappedKey())));
        feed.onCaughtUp();

        assertThat(directory.require(ACME).version()).isEqualTo(1);
        assertUnavailable(GLOBEX);
        assertThat(directory.isDamaged(GLOBEX)).isFalse();

        read(GLOBEX, seal, 2);
        assertThat(directory.require(GLOBEX).version()).isEqualTo(2);
    }

    @Test
    void startsToWorkOnceAllCanBeOpened() {
        read(ACME, strange, 1);
        read(GLOBEX, strange, 1);
        feed.onCaughtUp();

        read(ACME, seal, 2);
        assertThat(directory.isLoaded()).isFalse();
        close(GLOBEX);

        assertThat(directory.require(ACME).version()).isEqualTo(2);
        assertThat(directory.find(GLOBEX)).isEmpty();
        assertThat(records.unreadable()).isEmpty();
    }

    @Test
    void looksAtTheNewestRecordOfAnAccountOnly() {
        read(ACME, strange, 1);
        read(ACME, seal, 2);
        read(GLOBEX, strange, 1);
        close(GLOBEX);
        feed.onCaughtUp();

        assertThat(directory.require(ACME).version()).isEqualTo(2);
        assertThat(directory.find(GLOBEX)).isEmpty();
    }

    @Test
    void goesOnForAllOthersWhenAnAccountCanNotBeOpenedAnyMore() {
        read(ACME, seal, 1);
        read(GLOBEX, seal, 1);
        feed.onCaughtUp();

        read(GLOBEX, strange, 2);

        assertThat(directory.require(ACME).version()).isEqualTo(1);
        assertUnavailable(GLOBEX);
        assertThat(records.unreadable()).hasSize(1);

        assertThat(directory.ids()).containsExactlyInAnyOrder(ACME, GLOBEX);

        directory.onChanged(settings -> asked.add(directory.require(settings.id()).version()));
        read(GLOBEX, seal, 3);
        assertThat(directory.require(GLOBEX).version()).isEqualTo(3);
        assertThat(asked).as("by who is told").containsExactly(3L);
    }

    @Test
    void takesNoUnreadableAccountForAClosedOneWhenTheTopicIsReadAnew() {
        read(ACME, seal, 1);
        read(GLOBEX, seal, 1);
        feed.onCaughtUp();

        feed.onBegin();
        read(GLOBEX, strange, 1);
        assertThat(directory.require(GLOBEX).version()).as("meanwhile").isEqualTo(1);
        assertThat(records.unreadable()).as("meanwhile").isEmpty();
        feed.onCaughtUp();

        assertUnavailable(GLOBEX);
        assertThat(directory.find(ACME)).as("was closed").isEmpty();
    }

    @Test
    void refusesAnUnreadableAccountAlsoWhileTheTopicIsReadAnew() {
        read(GLOBEX, seal, 1);
        feed.onCaughtUp();
        read(GLOBEX, strange, 2);

        feed.onBegin();
        read(GLOBEX, seal, 1);
        assertUnavailable(GLOBEX);
        read(GLOBEX, strange, 2);
        feed.onCaughtUp();

        assertUnavailable(GLOBEX);
    }

    @Test
    void knowsAnUnreadableAccountAsClosedThatIsNotOnTheTopicAnyMore() {
        read(GLOBEX, seal, 1);
        feed.onCaughtUp();
        read(GLOBEX, strange, 2);

        feed.onBegin();
        read(ACME, seal, 1);
        feed.onCaughtUp();

        assertThat(directory.find(GLOBEX)).isEmpty();
        assertThat(directory.isUnreadable(GLOBEX)).isFalse();
    }

    private void assertUnavailable(AccountId account) {
        assertThatThrownBy(() -> directory.find(account))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private void read(AccountId account, AccountSeal by, long version) {
        read(by.seal(settings(account, version)));
    }

    private void read(AccountChanged change) {
        feed.onRecord(
                message(
                        change.account().value(),
                        EventCodec.encode(
                                CloudEvent.of("id", "/lethe/test", Instant.EPOCH, change))));
    }

    private static AccountSettings settings(AccountId account, long version) {
        return TestAccounts.settings(account, Map.of("version", version));
    }

    private void close(AccountId account) {
        feed.onRecord(message(account.value(), null));
    }

    private ConsumerRecord<byte[], byte[]> message(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                Topic.ACCOUNTS.topicName(), 0, offset++, key.getBytes(UTF_8), value);
    }

    private static KeyEncryption keys(Path secrets) {
        SuiteSecrets.generate(secrets);
        return KeyEncryption.load(secrets.resolve(SuiteSecrets.KEY_ENCRYPTION));
    }
}
