package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.endurance.ChatRecord.Ending;
import org.lethe.acceptance.endurance.ChatRecord.Message;
import org.lethe.contracts.event.EndReason;

class ChatRecordTest {

    private static final Message HELLO = new Message("1", "Hello");
    private static final Message AGAIN = new Message("2", "Again");

    private final List<Broken> broken = new ArrayList<>();
    private boolean storeLost;
    private final ChatRecord chat = new ChatRecord("c1", since -> storeLost, broken::add);

    @Test
    void isContentWithWhatArrivesOnceAndInOrder() {
        chat.owned("anna");
        chat.wrote("1");
        assertThat(chat.isSettled()).isFalse();
        chat.acknowledged(1, HELLO);
        chat.sees(ChatRecord.VISITOR, 1, HELLO);
        assertThat(chat.isSettled()).as("anna has not seen it").isFalse();
        chat.sees("anna", 1, HELLO);

        assertThat(chat.isSettled()).isTrue();
        assertThat(chat.texts()).containsExactly("Hello");
        chat.requireSettled();
        assertThat(broken).isEmpty();
    }

    @Test
    void takesTheSameUnderTheSameNumberForARepetition() {
        assertThat(chat.sees("anna", 1, HELLO)).isTrue();
        assertThat(chat.sees("anna", 1, HELLO)).isFalse();

        assertThat(broken).isEmpty();
    }

    @Test
    void seesAGap() {
        chat.sees("anna", 2, AGAIN);

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesAMessageUnderTwoNumbers() {
        chat.sees("anna", 1, HELLO);
        chat.sees("anna", 2, HELLO);

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesAnotherMessageUnderTheSameNumber() {
        chat.sees("anna", 1, HELLO);
        chat.sees("anna", 1, AGAIN);

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesTwoAcknowledgementsOfOneNumber() {
        chat.acknowledged(1, HELLO);
        chat.acknowledged(1, AGAIN);

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesWhatNeverArrived() {
        chat.owned("anna");
        chat.acknowledged(1, HELLO);
        chat.sees(ChatRecord.VISITOR, 1, HELLO);

        chat.requireSettled();

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesThatSomebodyIsShownSomethingElseThanWhatWasAcknowledged() {
        chat.acknowledged(1, HELLO);
        chat.sees(ChatRecord.VISITOR, 1, AGAIN);

        chat.requireSettled();

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesWhatWasNeitherTakenNorRefused() {
        chat.wrote("1");
        chat.wrote("2");
        chat.refused("2");

        chat.requireSettled();

        assertBroken(Invariant.MESSAGES_ARRIVE);
    }

    @Test
    void seesASecondOwner() {
        chat.owned("anna");
        chat.owned("anna");
        assertThat(broken).isEmpty();
        chat.owned("adam");

        assertBroken(Invariant.ONE_OWNER);
    }

    @Test
    void seesAnEndThatNobodyWanted() {
        chat.attend();
        chat.ended(end(EndReason.IDLE, 1));

        assertBroken(Invariant.NOBODY_IS_THROWN_OUT);
    }

    @Test
    void expectsAnEndThatSomebodyWanted() {
        chat.attend();
        chat.expect(Ending.BY_VISITOR);
        chat.ended(end(EndReason.VISITOR, 1));

        assertThat(broken).isEmpty();
        assertThat(chat.over()).isEqualTo(Optional.of(Ending.BY_VISITOR));
    }

    @Test
    void seesAnEndForAnotherReason() {
        chat.attend();
        chat.expect(Ending.LEFT);
        chat.ended(end(EndReason.VISITOR, 1));

        assertBroken(Invariant.ENDS_ARE_TRUE);
    }

    @Test
    void seesAnEndThatIsToldToEachOtherwise() {
        chat.attend();
        chat.expect(Ending.BY_OPERATOR);
        chat.wrote("1");
        chat.ended(end(EndReason.OPERATOR, 1));
        chat.ended(end(EndReason.OPERATOR, 2));

        assertBroken(Invariant.ENDS_ARE_TRUE);
    }

    @Test
    void seesAnEndOfFewerMessagesThanWereAcknowledged() {
        endAfterTwo(1 + 1);

        assertBroken(Invariant.ENDS_ARE_TRUE);
    }

    @Test
    void seesAnEndOfMoreMessagesThanWereWritten() {
        endAfterTwo(1 + 4);

        assertBroken(Invariant.ENDS_ARE_TRUE);
    }

    @Test
    void isContentWithAnEndOfAllThatWasAcknowledgedAndSomeThatWasNot() {
        endAfterTwo(1 + 3);

        assertThat(broken).isEmpty();
    }

    @Test
    void comparesNoEndWithWhatWasLost() {
        storeLost = true;
        chat.expect(Ending.BY_VISITOR);

        endAfterTwo(0);

        assertThat(broken).isEmpty();
    }

    /** Two messages were acknowledged, a third was only written. */
    private void endAfterTwo(int told) {
        chat.attend();
        chat.expect(Ending.BY_VISITOR);
        List.of("1", "2", "3").forEach(chat::wrote);
        chat.acknowledged(1, HELLO);
        chat.acknowledged(2, AGAIN);
        chat.ended(end(EndReason.VISITOR, told));
    }

    private static ToldEnd end(EndReason reason, int messages) {
        return new ToldEnd(reason, messages, 0, "");
    }

    @Test
    void seesALossThatIsToldAsAnEnd() {
        chat.attend();
        storeLost = true;
        chat.over("closed with 4411");

        assertBroken(Invariant.LOST_IS_TOLD);
    }

    @Test
    void seesALossThatIsToldThoughNothingWasLost() {
        chat.lost();

        assertBroken(Invariant.LOST_IS_TOLD);
    }

    @Test
    void isContentWithALossThatIsTold() {
        chat.attend();
        storeLost = true;
        chat.lost();

        assertThat(broken).isEmpty();
        assertThat(chat.over()).isEqualTo(Optional.of(Ending.LOST));
    }

    private void assertBroken(Invariant invariant) {
        assertThat(broken).extracting(Broken::invariant).containsExactly(invariant);
    }
}
