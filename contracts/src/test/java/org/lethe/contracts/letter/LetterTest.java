package org.lethe.contracts.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.contracts.Examples.ACME;
import static org.lethe.contracts.Examples.ADDRESS;
import static org.lethe.contracts.Examples.ANNA;
import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.CHAT;
import static org.lethe.contracts.Examples.EMAIL;
import static org.lethe.contracts.Examples.HELLO;
import static org.lethe.contracts.Examples.LETTER;
import static org.lethe.contracts.Examples.QUESTION;
import static org.lethe.contracts.Examples.VERA;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.Golden;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.scope.Whereabouts;

class LetterTest {

    private static final EmailAddress DESK = EmailAddress.of("desk@acme.example");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @MethodSource("letters")
    void hasAGoldenForm(Letter letter) throws IOException {
        String type = WireFormat.mapper().valueToTree(letter).path("type").textValue();
        String name = "letters/" + type;

        Golden.assertWire(name, letter);
        assertThat(WireFormat.mapper().readValue(Golden.read(name), Letter.class))
                .isEqualTo(letter);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void printsNothingOfAPerson(Letter letter) {
        assertThat(letter.toString()).doesNotContain("Vera", "desk@", "parcel", "Acme");
    }

    /** It waits for its mail server over the night in which a service is brought up to date. */
    @ParameterizedTest
    @ValueSource(strings = {"transcript", "offline-message"})
    void ofAnEarlierVersionHasNoNumberAndIsReadAllTheSame(String type) throws IOException {
        ObjectNode sealed =
                (ObjectNode) WireFormat.mapper().readTree(Golden.read("letters/" + type));
        sealed.remove("reference");

        Letter letter = WireFormat.mapper().treeToValue(sealed, Letter.class);

        assertThat(WireFormat.mapper().<ObjectNode>valueToTree(letter)).isEqualTo(sealed);
    }

    @Test
    void holdsAddressesApart() throws IOException {
        var address = new Whereabouts(ADDRESS, null);
        Golden.assertWire("letters/address", address);
        assertThat(WireFormat.mapper().readValue(Golden.read("letters/address"), Whereabouts.class))
                .isEqualTo(address);
    }

    static List<Letter> letters() {
        return List.of(
                new TranscriptLetter(
                        DESK,
                        ACME,
                        ZONE,
                        ReferenceNumber.of(CHAT),
                        AT,
                        AT.plusSeconds(60),
                        EndReason.VISITOR,
                        VERA,
                        EMAIL,
                        QUESTION,
                        List.of(
                                new TranscriptLetter.Line(AT, Speaker.VISITOR, VERA, HELLO, null),
                                new TranscriptLetter.Line(
                                        AT, Speaker.OPERATOR, ANNA, null, FileName.of("a.pdf"))),
                        false),
                new OfflineLetter(
                        DESK,
                        ACME,
                        ZONE,
                        ReferenceNumber.of(CHAT),
                        AT,
                        VERA,
                        EMAIL,
                        MessageText.of("Where is my parcel?")),
                new LostNotice(DESK, ACME, ZONE, LETTER, LossReason.STORE_LOST, AT),
                new LostChatsNotice(DESK, ACME, ZONE, 3, AT));
    }
}
