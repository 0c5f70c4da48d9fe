package org.lethe.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"acme", "a-1", "abcdefghijklmnopqrstuvwxyz0123456789-abc"})
    void acceptsSlugsAsAccounts(String slug) {
        assertThatCode(() -> new AccountId(slug)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "1acme", "-acme", "Acme", "ac me", "ac_me", "acm\u00e9", "a{s01}"})
    void refusesOtherAccounts(String text) {
        assertThatThrownBy(() -> new AccountId(text))
                .isInstanceOf(InvalidIdException.class)
                .hasMessage("not a valid account id");
    }

    @Test
    void refusesAccountsThatAreTooLong() {
        assertThatThrownBy(() -> new AccountId("a".repeat(41)))
                .isInstanceOf(InvalidIdException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "0B8F2A56-3A0E-4C62-9D7E-6F1C2B3A4D5E",
                "0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5",
                "0b8f2a5603a0e-4c62-9d7e-6f1c2b3a4d5e"
            })
    void refusesOperatorsThatAreNoUuid(String text) {
        assertThatThrownBy(() -> new OperatorId(text)).isInstanceOf(InvalidIdException.class);
    }

    @Test
    void readsBackFilesAndReceipts() {
        var random = new SecureRandom();
        FileId file = FileId.mint(random);
        ReceiptId receipt = ReceiptId.mint(random);

        assertThat(FileId.of(file.value())).isEqualTo(file);
        assertThat(ReceiptId.of(receipt.value())).isEqualTo(receipt);
        assertThatThrownBy(() -> FileId.of(receipt.value())).isInstanceOf(InvalidIdException.class);
        assertThatThrownBy(() -> FileId.of("f-../../../../etc/passwd0000"))
                .isInstanceOf(InvalidIdException.class);
    }

    @Test
    void givesAChatOneReceiptThatNamesItsShardAndNotItself() {
        ChatId chat = ChatId.of("c07-k3f9-0123456789abcdefghjkmnpqrs");
        ChatReceiptId receipt = ChatReceiptId.of(chat);

        assertThat(receipt).isEqualTo(ChatReceiptId.of(chat));
        assertThat(receipt.value()).startsWith("r07-").doesNotContain(chat.unique());
        assertThat(receipt.shard()).isEqualTo(7);
        assertThat(ChatReceiptId.of(receipt.value())).isEqualTo(receipt);
        assertThat(ChatReceiptId.of(ChatId.of("c07-k3f9-0123456789abcdefghjkmnpqrt")))
                .isNotEqualTo(receipt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r-0123456789abcdefghjkmnpqrs",
                "r64-0123456789abcdefghjkmnpqrs",
                "r+7-0123456789abcdefghjkmnpqrs",
                "r07-0123456789abcdefghjkmnpqr",
                "r07-0123456789ABCDEFGHJKMNPQRS",
                "r07_0123456789abcdefghjkmnpqrs",
                "c07-0123456789abcdefghjkmnpqrs"
            })
    void refusesOtherReceiptsOfChats(String text) {
        assertThatThrownBy(() -> ChatReceiptId.of(text)).isInstanceOf(InvalidIdException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space", "new\nline!", "0123456789;"})
    void refusesOtherMessageIds(String text) {
        assertThatThrownBy(() -> new ClientMessageId(text)).isInstanceOf(InvalidIdException.class);
    }
}
