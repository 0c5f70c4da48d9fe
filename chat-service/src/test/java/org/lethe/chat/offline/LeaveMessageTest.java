package org.lethe.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.lethe.chat.Refused.refuses;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.chat.InMemory;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.chat.letter.TestLetters;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.letter.OfflineLetter;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.scope.Slots;
import org.lethe.privacy.redis.StoreInspection;
import org.lethe.privacy.seal.Reading;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.runtime.account.AccountSettings;
import org.lethe.runtime.fixture.DataUseRow;
import org.lethe.runtime.fixture.DataUseRow.Sent;
import org.lethe.runtime.fixture.TestAccounts;
import org.lethe.runtime.gate.AdmissionGate;
import org.lethe.runtime.limit.TestLimits;

class LeaveMessageTest {

    private static final ClientMessageId ID = ClientMessageId.of("message-0001");
    private static final LeaveMessage.Sender FROM = sender("192.0.2.7");
    private static final LeaveMessage.Words WORDS =
            new LeaveMessage.Words(
                    PersonName.of("Vera"),
                    EmailAddress.of("vera@mail.example"),
                    MessageText.of("Call me"));

    private final InMemory memory = new InMemory();
    private final FakeOfflinePost post = new FakeOfflinePost(memory.letters);
    private final AdmissionGate gate =
            new AdmissionGate(StoreInspection.Fit::new, () -> Duration.ZERO, memory.clock);
    private final LeaveMessage leaveMessage = leaveMessage(Map.of());

    @BeforeEach
    void open() {
        gate.look();
    }

    @Test
    void postsALetterToEachRecipient() {
        leave();

        assertThat(post.sealed()).hasSize(2);
        assertThat(memory.letters.posted()).hasSize(2);
        assertThat(post.abandoned()).isEmpty();
    }

    @Test
    void postsTheSameMessageOnce() {
        leave();
        leave();

        assertThat(post.sealed()).hasSize(2);
    }

    @Test
    void tellsTheNumberThatAllItsLettersBear() {
        ReferenceNumber told = leave();

        assertThat(numbers()).hasSize(2).containsOnly(told);
        assertThat(leave()).as("sent again").isEqualTo(told);
    }

    @Test
    void keepsItsNumberOverAnAttemptThatWasTakenBack() {
        var attempt = new OfflinePost.Draft(InMemory.ACME, ID, 0);
        post.begin(attempt);
        leaveWithout(attempt);

        ReferenceNumber told = leave();

        assertThat(numbers()).hasSize(2).containsOnly(told);
        assertThat(told).isEqualTo(post.numberOf(attempt));
    }

    @Test
    void makesTheLettersAnewAfterTheyWereTakenBack() {
        // Given an attempt that died, and whose letters were taken back
        var attempt = new OfflinePost.Draft(InMemory.ACME, ID, 0);
        post.begin(attempt);
        leaveWithout(attempt);

        // When
        leave();

        // Then
        assertThat(memory.letters.posted()).hasSize(2);
        assertThat(post.sealed())
                .extracting(SealedLetter::id)
                .noneMatch(
                        letter -> letter.value().endsWith(post.idOf(attempt).value().substring(9)));
    }

    @Test
    void keepsNoAddressWhereTheAccountRemovesIt() {
        memory.settings(true, true, false);

        leave();

        assertThat(post.sealed()).allMatch(letter -> letter.address().length == 0);
    }

    @Test
    void keepsTheAddressElsewhere() {
        leave();

        assertThat(post.sealed()).allMatch(letter -> letter.address().length > 0);
    }

    @Test
    void keepsNoAddressOfAProxyWhereTheSendersIsNotKnown() {
        var unknown = new LeaveMessage.Sender(ClientAddress.of("192.0.2.250"), Optional.empty());

        leaveMessage.leave(settings(), ID, WORDS, unknown);

        assertThat(post.sealed()).hasSize(2).allMatch(letter -> letter.address().length == 0);
    }

    @Test
    void takesNothingThatNobodyWouldRead() {
        AccountSettings nobody = TestAccounts.settings(InMemory.ACME, Map.of());

        refuses(ErrorCode.CONFLICT, () -> leaveMessage.leave(nobody, ID, WORDS, FROM));
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void sendsWhatIsSaid(DataUseRow row) {
        List<Sent> sent = row.done().messages();
        memory.accounts.put(row.settings());
        if (sent.isEmpty()) {
            refuses(ErrorCode.CONFLICT, this::leave);
            return;
        }

        leave();

        assertThat(post.sealed())
                .extracting(letter -> letter.address().length > 0)
                .containsExactlyElementsOf(sent.stream().map(Sent::address).toList());
    }

    static Stream<DataUseRow> everyCombination() {
        return DataUseRow.all(InMemory.ACME);
    }

    @Test
    void takesNothingInWhileTheGateIsClosed() {
        memory.clock.advance(Duration.ofDays(1));
        gate.look();

        refuses(ErrorCode.ADMISSION_CLOSED, this::leave);
    }

    @Test
    void refusesAnAddressThatWritesTooOften() {
        LeaveMessage strict = leaveMessage(Map.of("lethe.limits.offline-messages", "1 in 1h"));
        strict.leave(settings(), ID, WORDS, FROM);

        refuses(ErrorCode.TOO_MANY_REQUESTS, () -> strict.leave(settings(), ID, WORDS, FROM));
        strict.leave(settings(), ID, WORDS, sender("192.0.2.8"));
    }

    @Test
    void takesBackWhatNobodyWasToldOf() {
        LetterId letter = opened(ID);

        leaveMessage.takeBackAbandoned();

        assertThat(memory.letters.isOpen(letter)).isFalse();
    }

    @Test
    void goesOnAfterADraftThatCannotBeTakenBack() {
        LetterId broken = opened(ID);
        LetterId other = opened(ClientMessageId.of("message-0002"));
        memory.letters.breakDown(post.idOf(new OfflinePost.Draft(InMemory.ACME, ID, 0)));

        leaveMessage.takeBackAbandoned();

        assertThat(memory.letters.isOpen(broken)).isTrue();
        assertThat(memory.letters.isOpen(other)).isFalse();
    }

    private static LeaveMessage.Sender sender(String address) {
        ClientAddress own = ClientAddress.of(address);
        return new LeaveMessage.Sender(own, Optional.of(own));
    }

    /** A letter of a message, as one leaves it who dies before posting it. */
    private LetterId opened(ClientMessageId id) {
        var attempt = new OfflinePost.Draft(InMemory.ACME, id, 0);
        post.begin(attempt);
        LetterId letter = LetterId.of(post.idOf(attempt), 0);
        memory.letters.leaveOpen(letter);
        return letter;
    }

    private ReferenceNumber leave() {
        return leaveMessage.leave(settings(), ID, WORDS, FROM);
    }

    /** Of the letters that were posted. */
    private List<ReferenceNumber> numbers() {
        return post.sealed().stream().map(this::numberOf).toList();
    }

    private ReferenceNumber numberOf(SealedLetter letter) {
        try (ScopeCipher cipher = memory.letters.cipher(letter.id())) {
            if (cipher.open(Slots.LETTER_BODY, letter.body())
                    instanceof Reading.Held(OfflineLetter(_, _, _, var number, _, _, _, _))) {
                return Objects.requireNonNull(number);
            }
            return fail("no offline message");
        }
    }

    /** All letters of an attempt are opened and taken back. */
    private void leaveWithout(OfflinePost.Draft attempt) {
        for (int ordinal = 0; ordinal < 2; ordinal++) {
            memory.letters.destroy(LetterId.of(post.idOf(attempt), ordinal));
        }
    }

    private AccountSettings settings() {
        return memory.accounts.require(InMemory.ACME);
    }

    private LeaveMessage leaveMessage(Map<String, String> settings) {
        return new LeaveMessage(
                post,
                TestLetters.on(memory.letters, memory.accounts),
                address -> CompletableFuture.completedFuture(Optional.empty()),
                gate,
                memory.clock,
                TestLimits.of(settings));
    }
}
